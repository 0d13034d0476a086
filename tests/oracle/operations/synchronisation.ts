import { define, member } from "../operation.ts";

const awaitable = { kind: "awaitable", inCallbacks: false, blocks: true } as const;

export const locks = [
  member("lock.acquire", { theme: "locks", weight: 2.4, ...awaitable, on: (draw) => draw.resource("lock") }),
  member("lock.release", { theme: "locks", weight: 3, risky: true, on: (draw) => draw.resource("lock") }),
  member("lock.locked", { theme: "locks", weight: 2.4, on: (draw) => draw.resource("lock") }),
];

export const events = [
  member("event.wait", { theme: "events", weight: 4, ...awaitable, on: (draw) => draw.resource("event") }),
  member("event.set", { theme: "events", weight: 3, on: (draw) => draw.resource("event") }),
  member("event.clear", { theme: "events", weight: 2, on: (draw) => draw.resource("event") }),
  member("event.is_set", { theme: "events", weight: 2.4, on: (draw) => draw.resource("event") }),
];

export const conditions = [
  member("condition.wait", {
    theme: "conditions",
    weight: 2,
    risky: true,
    ...awaitable,
    on: (draw) => draw.resource("condition"),
  }),
  define({
    name: "condition.wait_for",
    theme: "conditions",
    kind: "awaitable",
    risky: true,
    blocks: true,
    make: (draw) => ({ on: draw.resource("condition"), event: draw.resource("event") }),
    print: ({ on, event }, { name }) =>
      name === "python" ? `${on}.wait_for(${event}.is_set)` : `${on}.waitFor(() => ${event}.isSet())`,
  }),
  member("condition.notify", {
    theme: "conditions",
    weight: 3,
    risky: true,
    on: (draw) => draw.resource("condition"),
    args: (draw) => (draw.random.chance(0.5) ? [] : [draw.random.integer(0, 3)]),
  }),
  member("condition.notify_all", {
    theme: "conditions",
    weight: 2.4,
    risky: true,
    on: (draw) => draw.resource("condition"),
  }),
  member("condition.locked", { theme: "conditions", weight: 3.5, on: (draw) => draw.resource("condition") }),
  member("condition.acquire", {
    theme: "conditions",
    ...awaitable,
    on: (draw) => draw.resource("condition"),
  }),
  member("condition.release", {
    theme: "conditions",
    weight: 3.5,
    risky: true,
    on: (draw) => draw.resource("condition"),
  }),
];

export const semaphores = [
  member("semaphore.acquire", {
    theme: "semaphores",
    weight: 4,
    ...awaitable,
    on: (draw) => draw.resource("semaphore"),
  }),
  member("semaphore.release", { theme: "semaphores", weight: 4, on: (draw) => draw.resource("semaphore") }),
  member("semaphore.locked", { theme: "semaphores", weight: 2.4, on: (draw) => draw.resource("semaphore") }),
  member("bounded.acquire", {
    theme: "semaphores",
    weight: 2,
    ...awaitable,
    on: (draw) => draw.resource("bounded"),
  }),
  member("bounded.release", {
    theme: "semaphores",
    weight: 4,
    risky: true,
    on: (draw) => draw.resource("bounded"),
  }),
  member("bounded.locked", { theme: "semaphores", weight: 3.5, on: (draw) => draw.resource("bounded") }),
];

export const barriers = [
  member("barrier.wait", {
    theme: "barriers",
    weight: 7,
    risky: true,
    ...awaitable,
    on: (draw) => draw.resource("barrier"),
  }),
  member("barrier.reset", {
    theme: "barriers",
    weight: 2,
    ...awaitable,
    on: (draw) => draw.resource("barrier"),
  }),
  member("barrier.abort", {
    theme: "barriers",
    weight: 2.4,
    ...awaitable,
    on: (draw) => draw.resource("barrier"),
  }),
  member("barrier.n_waiting", {
    theme: "barriers",
    weight: 2.4,
    property: true,
    on: (draw) => draw.resource("barrier"),
  }),
  member("barrier.broken", {
    theme: "barriers",
    weight: 2.4,
    property: true,
    on: (draw) => draw.resource("barrier"),
  }),
  member("barrier.parties", {
    theme: "barriers",
    weight: 2.4,
    property: true,
    on: (draw) => draw.resource("barrier"),
  }),
];
