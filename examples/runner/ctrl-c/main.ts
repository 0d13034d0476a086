import { type Coroutine, getRunningLoop, KeyboardInterrupt, run, sleep } from "asyncio-ts";

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  loop.callLater(0.2, () => process.emit("SIGINT")); // as Ctrl-C does
  try {
    console.log("working");
    yield* sleep(60);
  } finally {
    yield* sleep(0.1);
    console.log("saved what was done so far");
  }
}

try {
  await run(main());
} catch (error) {
  if (!(error instanceof KeyboardInterrupt)) {
    throw error;
  }
  console.log("interrupted");
}
