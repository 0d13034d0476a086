import { type Coroutine, gather, Queue, run, sleep } from "asyncio-ts";

function* producer(queue: Queue<number>): Coroutine<void> {
  for (let item = 1; item < 6; item++) {
    yield* queue.put(item);
    console.log("made", item, "in the queue:", queue.qsize());
  }
}

function* consumer(queue: Queue<number>): Coroutine<void> {
  for (let count = 0; count < 5; count++) {
    yield* sleep(0.2);
    console.log("  used", yield* queue.get());
  }
}

function* main(): Coroutine<void> {
  const queue = new Queue<number>(2);
  yield* gather(producer(queue), consumer(queue));
}

await run(main());
