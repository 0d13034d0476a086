let running = 0;
let most = 0;

async function bake(cake: string): Promise<string> {
  running++;
  most = Math.max(most, running);
  await new Promise((resolve) => setTimeout(resolve, 100));
  running--;
  if (cake === "soufflé") throw new Error("the soufflé fell in");
  return `${cake} is ready`;
}

// Change this: when one is done begin another, until all are.
async function allSettledAtMost(limit: number, cakes: string[]): Promise<PromiseSettledResult<string>[]> {
  return await Promise.allSettled(cakes.slice(0, limit).map(bake));
}

for (const outcome of await allSettledAtMost(2, ["apple pie", "soufflé", "tart", "scones"])) {
  console.log(outcome.status === "fulfilled" ? outcome.value : outcome.reason.message);
}
console.log("most at once:", most);
