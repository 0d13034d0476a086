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
    let pair = "";
    yield* asyncFor(source, function* (letter) {
      pair += letter;
      if (pair.length === 2) {
        yield* emit(pair);
        pair = "";
      }
    });
    if (pair !== "") {
      yield* emit(pair);
    }
  });
}

function* main(): Coroutine<void> {
  yield* asyncFor(inPairs(letters()), function* (pair) {
    console.log(pair);
  });
}

await run(main());
