import { type AsyncGen, asyncFor, asyncGenerator, type Coroutine, gather, run, sleep } from "asyncio-ts";

function countDown(from: number, pace: number): AsyncGen<number> {
  return asyncGenerator(function* (emit) {
    for (let left = from; left > 0; left--) {
      yield* sleep(pace);
      yield* emit(left);
    }
  });
}

function* launch(rocket: string, from: number, pace: number): Coroutine<void> {
  yield* asyncFor(countDown(from, pace), function* (left) {
    console.log(rocket, left);
  });
  console.log(rocket, "lifts off");
}

function* main(): Coroutine<void> {
  yield* gather(launch("Ariane", 3, 0.4), launch("Vega", 2, 1));
}

await run(main());
