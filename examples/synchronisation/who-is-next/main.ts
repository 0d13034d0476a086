import { type Coroutine, gather, Lock, run, sleep } from "asyncio-ts";

function* drive(name: string, bridge: Lock): Coroutine<void> {
  console.log(name, "sets out");
  for (const way of ["there", "back"]) {
    yield* bridge.with(function* () {
      console.log(name, "drives", way);
      yield* sleep(0.2);
    });
  }
  console.log(name, "is home");
}

function* main(): Coroutine<void> {
  const bridge = new Lock();
  yield* gather(drive("Eve", bridge), drive("Dan", bridge));
}

await run(main());
