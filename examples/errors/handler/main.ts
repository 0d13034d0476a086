import { type Coroutine, createTask, getRunningLoop, run, sleep } from "asyncio-ts";

function* fail(name: string): Coroutine<void> {
  throw new Error(`${name} is broken`);
}

function broken(): void {
  throw new Error("callback is broken");
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  loop.setExceptionHandler((_, { exception }) => {
    if (exception instanceof Error) console.log("handler:", exception.message);
  });
  loop.callSoon(broken);
  const kept = createTask(fail("kept task"));
  const lost = createTask(fail("lost task"));
  yield* sleep(0.2);
  try {
    yield* kept;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log("caught:", error.message);
  }
  console.log("main ends, the other one has failed:", lost.done());
}

await run(main());
