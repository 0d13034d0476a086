import { type Contestant, delayOf } from "../workloads.ts";

async function switchTurns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    await undefined;
  }
}

const one = async (): Promise<number> => 1;

/** Native promises have no queue that waits, no cancellation, and never let the host in between. */
export const contestant: Contestant = {
  "one task switching": (count) => switchTurns(count),
  "100 tasks switching": (count) => Promise.all(Array.from({ length: 100 }, () => switchTurns(count / 100))),
  "spawn and gather": (count) => Promise.all(Array.from({ length: count }, one)),
  timers: (count) =>
    Promise.all(
      Array.from(
        { length: count },
        (_, i) => new Promise((resolve) => setTimeout(resolve, delayOf(i) * 1000)),
      ),
    ),
};
