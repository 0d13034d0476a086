import { type Coroutine, run, sleep } from "asyncio-ts";

function* deliver(what: string, delay: number): Coroutine<void> {
  yield* sleep(delay);
  console.log(what);
}

function* main(): Coroutine<void> {
  // Change this function: what takes less time is to arrive first.
  yield* deliver("parcel", 0.6);
  yield* deliver("letter", 0.3);
  yield* deliver("telegram", 0);
  console.log("all delivered");
}

await run(main());
