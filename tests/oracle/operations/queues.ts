import { define, member } from "../operation.ts";

const awaitable = { kind: "awaitable", inCallbacks: false, blocks: true } as const;

export const queues = [
  member("queue.put", {
    theme: "queues",
    weight: 5,
    risky: true,
    ...awaitable,
    on: (draw) => draw.resource("queue"),
    args: (draw) => [draw.queueItem()],
  }),
  member("queue.get", {
    theme: "queues",
    weight: 5,
    risky: true,
    ...awaitable,
    on: (draw) => draw.resource("queue"),
  }),
  member("queue.put_nowait", {
    theme: "queues",
    weight: 2,
    risky: true,
    on: (draw) => draw.resource("queue"),
    args: (draw) => [draw.queueItem()],
  }),
  member("queue.get_nowait", {
    theme: "queues",
    weight: 9,
    risky: true,
    on: (draw) => draw.resource("queue"),
  }),
  member("queue.task_done", {
    theme: "queues",
    weight: 2,
    risky: true,
    on: (draw) => draw.resource("queue"),
  }),
  member("queue.join", { theme: "queues", weight: 4, ...awaitable, on: (draw) => draw.resource("queue") }),
  define({
    name: "queue.shutdown",
    theme: "queues",
    kind: "call",
    make: (draw) => ({ on: draw.resource("queue"), immediate: draw.random.chance(0.5) }),
    print: ({ on, immediate }, { value }) => `${on}.shutdown(${immediate ? value(true) : ""})`,
  }),
  member("queue.qsize", { theme: "queues", weight: 3.5, on: (draw) => draw.resource("queue") }),
  member("queue.empty", { theme: "queues", weight: 4, on: (draw) => draw.resource("queue") }),
  member("queue.full", { theme: "queues", weight: 4, on: (draw) => draw.resource("queue") }),
  member("queue.maxsize", {
    theme: "queues",
    weight: 3.5,
    property: true,
    on: (draw) => draw.resource("queue"),
  }),
];
