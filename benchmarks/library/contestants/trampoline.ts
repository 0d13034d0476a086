import type { Contestant } from "../workloads.ts";

/** Waits in a place for its turn; resumed by `wake`, ended by `cancel`. */
interface Parked {
  readonly generator: Generator<Parked[] | undefined, unknown, void>;
  cancelled: boolean;
}

/** The least that could drive generators: a queue of them, each resumed in its turn, the host let in every 5 ms. */
let ready: Parked[] = [];

const hostTurn: (callback: () => void) => void =
  typeof setImmediate === "function" ? setImmediate : throughMessages();

function throughMessages(): (callback: () => void) => void {
  const channel = new MessageChannel();
  let next = (): void => {};
  channel.port1.onmessage = () => next();
  return (callback) => {
    next = callback;
    channel.port2.postMessage(undefined);
  };
}

/** A generator that yields a list waits in it; one that yields nothing comes again in the next round. */
function resume(task: Parked): void {
  const { generator } = task;
  try {
    const { done, value } = task.cancelled ? generator.throw(cancelled) : generator.next();
    if (!done) {
      (value ?? ready).push(task);
    }
  } catch (error) {
    if (error !== cancelled) {
      throw error;
    }
  }
}

const cancelled = new Error("cancelled");

function drive(): Promise<void> {
  return new Promise((resolve) => {
    const turn = (): void => {
      const end = performance.now() + 5;
      while (ready.length > 0 && performance.now() < end) {
        const batch = ready;
        ready = [];
        for (const task of batch) {
          resume(task);
        }
      }
      if (ready.length > 0) {
        hostTurn(turn);
      } else {
        resolve();
      }
    };
    turn();
  });
}

function spawn(generator: Parked["generator"]): Parked {
  const task = { generator, cancelled: false };
  ready.push(task);
  return task;
}

function wake(waiting: Parked[]): void {
  const task = waiting.shift();
  if (task !== undefined) {
    ready.push(task);
  }
}

function* switchTurns(count: number): Parked["generator"] {
  for (let i = 0; i < count; i++) {
    yield;
  }
}

function* one(): Parked["generator"] {
  return 1;
}

function throughSlots(size: number, count: number): Promise<void> {
  const slots: number[] = [];
  const putters: Parked[] = [];
  const getters: Parked[] = [];
  spawn(
    (function* () {
      for (let i = 0; i < count; i++) {
        while (slots.length >= size) {
          yield putters;
        }
        slots.push(i);
        wake(getters);
      }
    })(),
  );
  spawn(
    (function* () {
      for (let i = 0; i < count; i++) {
        while (slots.length === 0) {
          yield getters;
        }
        slots.shift();
        wake(putters);
      }
    })(),
  );
  return drive();
}

function start(count: number, make: () => Parked["generator"]): Promise<void> {
  for (let i = 0; i < count; i++) {
    spawn(make());
  }
  return drive();
}

function* waitForEver(): Parked["generator"] {
  try {
    yield [];
  } finally {
    // A wait has a clean-up, as a sleep has its timer to cancel.
  }
}

function cancelAll(count: number): Promise<void> {
  const tasks = Array.from({ length: count }, () => spawn(waitForEver()));
  spawn(
    (function* () {
      yield;
      for (const task of tasks) {
        task.cancelled = true;
        ready.push(task);
      }
    })(),
  );
  return drive();
}

export const contestant: Contestant = {
  "one task switching": (count) => start(1, () => switchTurns(count)),
  "100 tasks switching": (count) => start(100, () => switchTurns(count / 100)),
  "spawn and gather": (count) => start(count, one),
  "queue of one slot": (count) => throughSlots(1, count),
  "queue of 100": (count) => throughSlots(100, count),
  "cancel waiters": cancelAll,
  "cancel sleepers": cancelAll,
};
