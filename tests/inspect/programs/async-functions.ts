/** Async functions in TypeScript. As its word says it ends with an error that nobody handles, or goes on until it is ended. */
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

async function brew(drink: string, milliseconds: number): Promise<string> {
  await sleep(milliseconds);
  return `${drink} is ready`;
}

async function main(): Promise<void> {
  console.log(await Promise.all([brew("tea", 300), brew("coffee", 10)]));
  await promisify(setTimeout)(1);
  console.log(String(brew).split("\n")[1]);
  if (process.argv[2] === "fails") {
    // biome-ignore format: one line, as an error shows it
    const failing: () => Promise<void> = async () => { throw new Error("it broke"); };
    void failing();
  }
}

async function tick(): Promise<void> {
  await sleep(10);
}

await main();
while (process.argv[2] === "goes on") {
  await tick();
}
