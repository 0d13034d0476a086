import { type Coroutine, RuntimeError, run, sleep } from "asyncio-ts";

function* divide(a: number, b: number): Coroutine<number> {
  yield* sleep(0.1);
  if (b === 0) {
    throw new RangeError("division by zero");
  }
  return a / b;
}

function* nested(): Coroutine<void> {
  try {
    run(divide(1, 1));
  } catch (error) {
    if (!(error instanceof RuntimeError)) {
      throw error;
    }
    console.log("run inside run: refused");
  }
}

async function main(): Promise<void> {
  console.log("result:", await run(divide(6, 2)));
  try {
    await run(divide(6, 0));
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    console.log("the exception comes out of run");
  }
  await run(nested());
}

await main();
