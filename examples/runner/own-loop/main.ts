import { type Coroutine, EventLoop, getRunningLoop, Runner, sleep } from "asyncio-ts";

function makeLoop(): EventLoop {
  console.log("making a loop");
  const loop = new EventLoop();
  loop.setExceptionHandler((_, { exception }) => {
    if (exception instanceof Error) console.log("handler:", exception.message);
  });
  return loop;
}

function brokenCallback(): void {
  throw new Error("nobody can catch this");
}

function* main(): Coroutine<void> {
  getRunningLoop().callSoon(brokenCallback);
  yield* sleep(0.1);
  console.log("main goes on");
}

const runner = new Runner({ loopFactory: makeLoop });
try {
  await runner.run(main());
  await runner.run(main());
} finally {
  await runner.close();
}
