import { Effect, Fiber, Queue } from "effect";
import { type Contestant, delayOf } from "../workloads.ts";

const switchTurns = (count: number) =>
  Effect.gen(function* () {
    for (let i = 0; i < count; i++) {
      yield* Effect.yieldNow;
    }
  });

const gatherAll = (effects: Iterable<Effect.Effect<unknown>>) =>
  Effect.all(effects, { concurrency: "unbounded", discard: true });

const throughQueue = (size: number, count: number) =>
  Effect.gen(function* () {
    const queue = yield* Queue.bounded<number>(size);
    const producer = yield* Effect.forkChild(
      Effect.gen(function* () {
        for (let i = 0; i < count; i++) {
          yield* Queue.offer(queue, i);
        }
      }),
    );
    for (let i = 0; i < count; i++) {
      yield* Queue.take(queue);
    }
    yield* Fiber.join(producer);
  });

const cancelAll = (count: number, effect: Effect.Effect<void>) =>
  Effect.gen(function* () {
    const fibers: Fiber.Fiber<void>[] = [];
    for (let i = 0; i < count; i++) {
      fibers.push(yield* Effect.forkChild(effect));
    }
    yield* Effect.yieldNow;
    yield* Fiber.interruptAll(fibers);
  });

const array = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));

export const contestant: Contestant = {
  "one task switching": (count) => Effect.runPromise(switchTurns(count)),
  "100 tasks switching": (count) => Effect.runPromise(gatherAll(array(100, () => switchTurns(count / 100)))),
  "spawn and gather": (count) => Effect.runPromise(gatherAll(array(count, () => Effect.sync(() => 1)))),
  "queue of one slot": (count) => Effect.runPromise(throughQueue(1, count)),
  "queue of 100": (count) => Effect.runPromise(throughQueue(100, count)),
  "cancel waiters": (count) => Effect.runPromise(cancelAll(count, Effect.never)),
  "cancel sleepers": (count) => Effect.runPromise(cancelAll(count, Effect.sleep("1000 seconds"))),
  timers: (count) => Effect.runPromise(gatherAll(array(count, (i) => Effect.sleep(delayOf(i) * 1000)))),
};
