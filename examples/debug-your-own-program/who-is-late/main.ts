import { type Coroutine, gather, run, sleep } from "asyncio-ts";

function* health(): Coroutine<void> {
  console.log("/health is asked for");
  yield* sleep(0.4);
  console.log("/health is answered");
}

function* report(): Coroutine<void> {
  yield* sleep(0.2);
  console.log("/report is asked for");
  const end = performance.now() + 600;
  while (performance.now() < end) {}
  console.log("/report is answered");
}

function* main(): Coroutine<void> {
  yield* gather(health(), report());
}

await run(main());
