import { type Coroutine, gather, run, sleep } from "asyncio-ts";

function* count(): Coroutine<void> {
  for (const part of ["first", "second", "third"]) {
    const end = performance.now() + 100;
    while (performance.now() < end) {}
    console.log("counted: the", part, "part");
    yield* sleep(0);
  }
}

function* phone(): Coroutine<void> {
  console.log("the phone rings");
  yield* sleep(0);
  console.log("somebody answers it");
}

function* main(): Coroutine<void> {
  yield* gather(count(), phone());
}

await run(main());
