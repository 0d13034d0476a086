const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function send(letter: string): Promise<void> {
  await sleep(300); // looks for the address
  console.log(letter, "is sent");
}

try {
  // Find the bug: it is too late, and the letter is sent all the same.
  const limit = sleep(100).then(() => Promise.reject(new Error("too late")));
  await Promise.race([send("the letter"), limit]);
} catch {
  console.log("told the customer: too late");
}
await sleep(400);
