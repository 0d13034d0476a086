import { type AsyncGen, asyncFor, asyncGenerator, type Coroutine, run, sleep } from "asyncio-ts";

function pages(): AsyncGen<number> {
  return asyncGenerator(function* (emit) {
    for (let page = 1; page <= 3; page++) {
      console.log("load page", page);
      yield* sleep(0.2);
      yield* emit(page);
    }
  });
}

function titles(): AsyncGen<string> {
  return asyncGenerator(function* (emit) {
    yield* asyncFor(pages(), function* (page) {
      yield* emit(`title of page ${page}`);
    });
  });
}

function* main(): Coroutine<void> {
  yield* asyncFor(titles(), function* (title) {
    console.log("read", title);
    yield* sleep(0.4);
  });
}

await run(main());
