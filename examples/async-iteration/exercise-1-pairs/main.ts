import { type AsyncGen, asyncFor, asyncGenerator, type Coroutine, run, sleep } from "asyncio-ts";

function letters(): AsyncGen<string> {
  return asyncGenerator(function* (emit) {
    for (const letter of "abcde") {
      yield* sleep(0.2);
      yield* emit(letter);
    }
  });
}

function inPairs(source: AsyncGen<string>): AsyncGen<string> {
  return asyncGenerator(function* (emit) {
    // Change this: give two letters at a time, and at the end the one that is left.
    yield* asyncFor(source, function* (letter) {
      yield* emit(letter);
    });
  });
}

function* main(): Coroutine<void> {
  yield* asyncFor(inPairs(letters()), function* (pair) {
    console.log(pair);
  });
}

await run(main());
