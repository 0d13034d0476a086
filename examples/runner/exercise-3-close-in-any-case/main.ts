import { type Coroutine, Runner, sleep } from "asyncio-ts";

function* job(number: number): Coroutine<string> {
  yield* sleep(0.1);
  if (number === 2) {
    throw new Error("job 2 failed");
  }
  return `job ${number} done`;
}

const runner = new Runner();
const loop = runner.getLoop();
try {
  // Change what follows: job 3 is to run although job 2 fails, and the
  // runner is to be closed.
  for (const number of [1, 2, 3]) {
    console.log(await runner.run(job(number)));
  }
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.log(error.message);
}
console.log("loop closed:", loop.isClosed());
