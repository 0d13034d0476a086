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

async function allSettledAtMost(limit: number, cakes: string[]): Promise<PromiseSettledResult<string>[]> {
  const outcomes: Promise<string>[] = [];
  const entries = cakes.entries();
  async function work(): Promise<void> {
    for (const [index, cake] of entries) {
      outcomes[index] = bake(cake);
      await Promise.allSettled([outcomes[index]]);
    }
  }
  await Promise.all(Array.from({ length: limit }, work));
  return await Promise.allSettled(outcomes);
}

for (const outcome of await allSettledAtMost(2, ["apple pie", "soufflé", "tart", "scones"])) {
  console.log(outcome.status === "fulfilled" ? outcome.value : outcome.reason.message);
}
console.log("most at once:", most);
