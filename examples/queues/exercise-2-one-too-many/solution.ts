const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const orders = ["tea", "cake", "milk"];

async function work(name: string): Promise<void> {
  for (let order = orders.shift(); order; order = orders.shift()) {
    await sleep(100); // washes a cup
    console.log(name, "makes", order);
  }
}

await Promise.all([work("Ann"), work("Bob")]);
