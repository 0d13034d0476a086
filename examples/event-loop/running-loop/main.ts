import { type Coroutine, fromPromise, getRunningLoop, run, sleep } from "asyncio-ts";

function ask(where: string): void {
  try {
    getRunningLoop();
    console.log(`${where}: a loop is running`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log(`${where}: ${error.name}, no loop`);
  }
}

/** A native async function: after its `await`, the host calls it back. */
async function nativeCode(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 10));
  ask("in code that the loop did not call");
}

function* main(): Coroutine<void> {
  ask("in a coroutine");
  getRunningLoop().callSoon(ask, "in a callback of the loop");
  yield* sleep(0);
  yield* fromPromise(nativeCode());
}

ask("before run()");
await run(main());
ask("after run()");
