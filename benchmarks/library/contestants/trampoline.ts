import type { Contestant } from "../workloads.ts";

/** The least that could drive generators: a queue of them, each resumed in its turn, the host let in every 5 ms. */
let ready: Generator<void, unknown, void>[] = [];

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

function drive(): Promise<void> {
  return new Promise((resolve) => {
    const turn = (): void => {
      const end = performance.now() + 5;
      while (ready.length > 0 && performance.now() < end) {
        const batch = ready;
        ready = [];
        for (const generator of batch) if (!generator.next().done) ready.push(generator);
      }
      if (ready.length > 0) hostTurn(turn);
      else resolve();
    };
    turn();
  });
}

function* switchTurns(count: number): Generator<void, void, void> {
  for (let i = 0; i < count; i++) yield;
}

function* one(): Generator<void, number, void> {
  return 1;
}

function* throughSlots(size: number, count: number): Generator<void, void, void> {
  const slots: number[] = [];
  ready.push(
    (function* () {
      for (let i = 0; i < count; i++) {
        while (slots.length >= size) yield;
        slots.push(i);
      }
    })(),
  );
  for (let i = 0; i < count; i++) {
    while (slots.length === 0) yield;
    slots.shift();
  }
}

function start(count: number, make: () => Generator<void, unknown, void>): Promise<void> {
  for (let i = 0; i < count; i++) ready.push(make());
  return drive();
}

export const contestant: Contestant = {
  "one task switching": (count) => start(1, () => switchTurns(count)),
  "100 tasks switching": (count) => start(100, () => switchTurns(count / 100)),
  "spawn and gather": (count) => start(count, one),
  "queue of one slot": (count) => start(1, () => throughSlots(1, count)),
  "queue of 100": (count) => start(1, () => throughSlots(100, count)),
};
