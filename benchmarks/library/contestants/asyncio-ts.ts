import {
  CancelledError,
  type Coroutine,
  createTask,
  gather,
  getRunningLoop,
  Queue,
  run,
  sleep,
} from "asyncio-ts";
import { type Contestant, delayOf } from "../workloads.ts";

function* switchTurns(count: number): Coroutine<void> {
  for (let i = 0; i < count; i++) {
    yield* sleep(0);
  }
}

function* one(): Coroutine<number> {
  return 1;
}

function* gatherAll<T>(count: number, make: (i: number) => Coroutine<T>): Coroutine<void> {
  yield* gather(Array.from({ length: count }, (_, i) => make(i)));
}

function* produce(queue: Queue<number>, count: number): Coroutine<void> {
  for (let i = 0; i < count; i++) {
    yield* queue.put(i);
  }
}

function* throughQueue(size: number, count: number): Coroutine<void> {
  const queue = new Queue<number>(size);
  const producer = createTask(produce(queue, count));
  for (let i = 0; i < count; i++) {
    yield* queue.get();
  }
  yield* producer;
}

function* waitForEver(): Coroutine<void> {
  yield* getRunningLoop().createFuture<void>();
}

function* cancelAll(count: number, make: () => Coroutine<void>): Coroutine<void> {
  const tasks = Array.from({ length: count }, () => createTask(make()));
  yield* sleep(0);
  for (const task of tasks) {
    task.cancel();
  }
  for (const task of tasks) {
    try {
      yield* task;
    } catch (error) {
      if (!(error instanceof CancelledError)) {
        throw error;
      }
    }
  }
}

export const contestant: Contestant = {
  "one task switching": (count) => run(switchTurns(count)),
  "100 tasks switching": (count) => run(gatherAll(100, () => switchTurns(count / 100))),
  "spawn and gather": (count) => run(gatherAll(count, one)),
  "queue of one slot": (count) => run(throughQueue(1, count)),
  "queue of 100": (count) => run(throughQueue(100, count)),
  "cancel waiters": (count) => run(cancelAll(count, waitForEver)),
  "cancel sleepers": (count) => run(cancelAll(count, () => sleep(1000))),
  timers: (count) => run(gatherAll(count, (i) => sleep(delayOf(i)))),
};
