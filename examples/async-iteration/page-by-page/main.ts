import { type AsyncGen, asyncFor, asyncGenerator, type Coroutine, run, sleep } from "asyncio-ts";

function pages(): AsyncGen<number> {
  return asyncGenerator(function* (emit) {
    for (const page of [1, 2]) {
      yield* sleep(0.6);
      console.log("loaded: page", page);
      yield* emit(page);
    }
  });
}

function* main(): Coroutine<void> {
  yield* asyncFor(pages(), function* (page) {
    console.log("opened: page", page);
    yield* sleep(0.9);
    console.log("read: page", page);
  });
}

await run(main());
