import { type Coroutine, gather, Lock, run, sleep } from "asyncio-ts";

const file = new Lock();

function* save(page: string, seconds: number): Coroutine<void> {
  yield* file.with(function* () {
    console.log("asks for", page);
    yield* sleep(seconds);
    console.log("saved:", page);
  });
}

function* clock(): Coroutine<void> {
  yield* sleep(0.4);
  console.log("the clock strikes");
}

function* main(): Coroutine<void> {
  yield* gather(save("/archive", 0.6), save("/about", 0.2), clock());
}

await run(main());
