import { type AsyncGen, anext, asyncGenerator, type Coroutine, run, sleep } from "asyncio-ts";

function visitors(): AsyncGen<string> {
  return asyncGenerator(function* (emit) {
    try {
      for (const name of ["Ada", "Bob", "Cyd"]) {
        yield* sleep(0.2);
        yield* emit(name);
      }
    } finally {
      console.log("the door is closed");
    }
  });
}

function* main(): Coroutine<void> {
  // Change this: the door must be closed before the night begins, whatever happens to the guests.
  const guests = visitors();
  console.log("first:", yield* anext(guests));
  console.log("second:", yield* anext(guests));
  console.log("the night begins");
}

await run(main());
