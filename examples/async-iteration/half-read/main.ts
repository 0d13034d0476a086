import { type AsyncGen, asyncFor, asyncGenerator, type Coroutine, run, sleep } from "asyncio-ts";

function rows(): AsyncGen<string> {
  return asyncGenerator(function* (emit) {
    console.log("cursor open");
    try {
      for (const name of ["Ada", "Bob", "Cyd"]) {
        yield* sleep(0.2);
        yield* emit(name);
      }
    } finally {
      yield* sleep(0.2);
      console.log("cursor closed");
    }
  });
}

function* main(): Coroutine<void> {
  yield* asyncFor(rows(), function* (name, loop) {
    console.log("found", name);
    if (name === "Bob") {
      loop.break();
    }
  });
  console.log("after the loop");
}

await run(main());
