import { type Coroutine, coroutine, createTask, gather, run } from "asyncio-ts";

/** An ordinary generator. Each bare yield gives way for one iteration. */
const giveWay = coroutine(function* (times: number) {
  for (let time = 0; time < times; time++) {
    yield;
  }
  return `gave way ${times} times`;
});

function* count(name: string, upto: number): Coroutine<void> {
  for (let number = 1; number <= upto; number++) {
    console.log(name, number);
    yield* giveWay(1);
  }
}

function* main(): Coroutine<void> {
  const ticks = createTask(count("tick", 3));
  const tocks = createTask(count("tock", 3));
  console.log(yield* giveWay(2));
  yield* gather(ticks, tocks);
}

await run(main());
