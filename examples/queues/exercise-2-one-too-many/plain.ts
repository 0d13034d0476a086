const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const orders = ["tea", "cake", "milk"];

async function work(name: string): Promise<void> {
  // Find the bug: three orders, and something is made four times.
  while (orders.length > 0) {
    await sleep(100); // washes a cup
    console.log(name, "makes", orders.shift());
  }
}

await Promise.all([work("Ann"), work("Bob")]);
