import { type Coroutine, coroutine, createTask, gather, run } from "asyncio-ts";

/** An ordinary generator. Each bare yield hands one turn to the event loop. */
const giveWay = coroutine(function* (turns: number) {
  for (let turn = 0; turn < turns; turn++) {
    yield;
  }
  return `gave way ${turns} times`;
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
