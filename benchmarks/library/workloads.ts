/** What is measured, and how many operations one measurement does. */
export const workloads = {
  "one task switching": 100_000,
  "100 tasks switching": 200_000,
  "spawn and gather": 100_000,
  "queue of one slot": 100_000,
  "queue of 100": 100_000,
  "cancel waiters": 100_000,
  "cancel sleepers": 100_000,
  timers: 100_000,
} as const;

export type Workload = keyof typeof workloads;

/** How a contestant does the workloads; it may lack some. */
export type Contestant = { readonly [name in Workload]?: (count: number) => Promise<unknown> };

/** A thousand different delays, in seconds, none longer than 2 ms. */
export const delayOf = (i: number): number => 0.001 + (i % 1000) / 1_000_000;
