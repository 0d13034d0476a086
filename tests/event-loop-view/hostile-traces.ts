import type { TraceEvent } from "../../src/trace/trace.ts";

const many = 60_000;
const each = (events: (number: number) => TraceEvent[], count = many): TraceEvent[] =>
  Array.from({ length: count }, (_, number) => events(number)).flat();
const task = (number: number, parent = 0, at = 0): TraceEvent => ({
  at,
  kind: "task created",
  task: number,
  name: `t${number}`,
  parent,
  frames: [],
});
const frameAt = (line: number) => [{ caller: "f".repeat(20_000), path: "main.ts", line, column: 1 }];

/** Traces that a reader may be sent, or that a program may forge: all of them are of the right shape. */
export const hostileTraces: Readonly<Record<string, () => TraceEvent[]>> = {
  "tasks each inside of the one before": () =>
    each((number) => [task(number + 1, number, number), { at: number, kind: "began", handle: number + 1 }]),
  "tasks that wait at lines of their own": () => [
    ...each((number) => [task(number + 1)]),
    ...each((number) => [
      { at: 1, kind: "waits", task: number + 1, on: 1e6, what: "x", frames: frameAt(number).slice(0, 0) },
    ]),
  ],
  "scopes that stay open": () => [
    task(1),
    ...each((number) => [
      {
        at: number,
        kind: "scope opened",
        scope: 10 + number,
        what: "timeout",
        owner: 1,
        deadline: 2 * number,
      },
    ]),
  ],
  "scopes of other lengths": () => [
    task(1),
    ...each((number) => [
      { at: number, kind: "scope opened", scope: 10 + number, what: "gather", owner: 1, deadline: undefined },
      { at: number, kind: "scope closed", scope: 10 + ((number * 7_919) % (number + 1)), outcome: "result" },
    ]),
  ],
  "ends of what never began": () => [
    ...each((number) => [{ at: 0, kind: "began", handle: number + 1 }]),
    ...each(() => [{ at: 1, kind: "ended", handle: 9e9 }]),
  ],
  "ends in the wrong order": () => [
    ...each((number) => [{ at: 0, kind: "began", handle: number + 1 }]),
    ...each((number) => [{ at: 1, kind: "ended", handle: number + 1 }]),
  ],
  "blocked callbacks": () => [
    task(1),
    ...each((number) => [
      { at: number, kind: "began", handle: 1 },
      { at: number + 0.9, kind: "ended", handle: 1 },
    ]),
  ],
  "cancels of a member of all scopes": () => [
    task(1),
    ...each((number) => [{ at: 0, kind: "scope joined", scope: 10 + number, member: 1 }]),
    ...each(() => [{ at: 1, kind: "cancel", target: 1, by: 0 }]),
  ],
  "timers at the end of time": () =>
    each((number) => [{ at: number, kind: "timer set", handle: number + 1, deadline: 1.7e308, label: "t" }]),
  "times that are absurd": () => [
    task(1),
    { at: 1e-300, kind: "began", handle: 1 },
    { at: 1e308, kind: "ended", handle: 1 },
    { at: 1.7e308, kind: "output", task: 1, line: Number.MAX_SAFE_INTEGER, text: "late", frames: [] },
  ],
  outputs: () =>
    each((number) => [
      { at: number, kind: "output", task: 0, line: number, text: "y".repeat(120), frames: [] },
    ]),
  wakes: () => [
    ...each((number) => [task(number + 1)], 8),
    ...each((number): TraceEvent[] => {
      const [sleeper, waker] = [(number % 8) + 1, ((number * 3) % 8) + 1];
      const about = { task: sleeper, on: 1e6 + number, what: "x", frames: [] };
      const settled = 1e6 + ((number * 7_919) % (number + 1));
      return [
        { at: number, kind: "began", handle: sleeper },
        { at: number, kind: "waits", ...about },
        { at: number, kind: "ended", handle: sleeper },
        { at: number, kind: "future done", future: settled, outcome: "result", by: waker },
        { at: number + 0.1, kind: "queued", handle: sleeper, label: "" },
      ];
    }, 30_000),
  ],
  "names that are those of objects": () => [
    task(1),
    { at: 0, kind: "task renamed", task: 1, name: "__proto__" },
    { at: 0, kind: "waits", task: 1, on: 2, what: "constructor", frames: frameAt(1) },
    { at: 0, kind: "queued", handle: 3, label: "hasOwnProperty" },
  ],
};
