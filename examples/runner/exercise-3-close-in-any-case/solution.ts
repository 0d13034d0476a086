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
  for (const number of [1, 2, 3]) {
    try {
      console.log(await runner.run(job(number)));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      console.log(error.message);
    }
  }
} finally {
  await runner.close();
}
console.log("loop closed:", loop.isClosed());
