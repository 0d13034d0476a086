import { type AsyncGen, asyncFor, asyncGenerator, type Coroutine, run, sleep } from "asyncio-ts";

function pages(): AsyncGen<string> {
  return asyncGenerator(function* (emit) {
    for (const page of ["page 1", "page 2", "page 3"]) {
      yield* sleep(0.4);
      console.log("loaded", page);
      yield* emit(page);
    }
  });
}

/** Change this: load the next page into a queue of one while the last one is being read. */
function* main(): Coroutine<void> {
  yield* asyncFor(pages(), function* (page) {
    console.log("open", page);
    yield* sleep(0.6);
    console.log("close", page);
  });
}

await run(main());
