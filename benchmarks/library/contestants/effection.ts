import { all, type Operation, run, sleep } from "effection";
import { type Contestant, delayOf } from "../workloads.ts";

const nextTurn: Operation<void> = {
  *[Symbol.iterator]() {
    yield {
      description: "give up a turn",
      enter(resolve) {
        queueMicrotask(() => resolve({ ok: true, value: undefined }));
        return (done) => done({ ok: true, value: undefined });
      },
    };
  },
};

function* switchTurns(count: number): Operation<void> {
  for (let i = 0; i < count; i++) {
    yield* nextTurn;
  }
}

function* one(): Operation<number> {
  return 1;
}

const gatherAll = (count: number, make: (i: number) => Operation<unknown>) =>
  run(() => all(Array.from({ length: count }, (_, i) => make(i))));

/** Halting its children one by one takes effection minutes for 100,000: it sits that one out. */
export const contestant: Contestant = {
  "one task switching": (count) => run(() => switchTurns(count)),
  "100 tasks switching": (count) => gatherAll(100, () => switchTurns(count / 100)),
  "spawn and gather": (count) => gatherAll(count, one),
  timers: (count) => gatherAll(count, (i) => sleep(delayOf(i) * 1000)),
};
