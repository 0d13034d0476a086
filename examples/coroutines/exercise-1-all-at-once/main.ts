import { type Coroutine, run, sleep } from "asyncio-ts";

function* deliver(what: string, delay: number): Coroutine<void> {
  console.log(what, "leaves");
  yield* sleep(delay);
  console.log(what, "arrives");
}

function* main(): Coroutine<void> {
  // Change these three lines: all are to be under way at once.
  yield* deliver("parcel", 0.7);
  yield* deliver("letter", 0.4);
  yield* deliver("telegram", 0.1);
}

await run(main());
