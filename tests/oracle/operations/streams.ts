import type { Draw } from "../draw.ts";
import { member } from "../operation.ts";

const reading = {
  theme: "streams",
  kind: "awaitable",
  risky: true,
  blocks: true,
  inCallbacks: false,
  on: (draw: Draw) => draw.resource("reader"),
} as const;

/** Stream readers that the program feeds itself. */
export const streams = [
  member("reader.read", {
    ...reading,
    weight: 2,
    args: (draw) => [draw.random.chance(0.2) ? -1 : draw.random.integer(0, 6)],
  }),
  member("reader.readline", { ...reading, weight: 2 }),
  member("reader.readexactly", { ...reading, weight: 2, args: (draw) => [draw.random.integer(0, 7)] }),
  member("reader.readuntil", {
    ...reading,
    weight: 2,
    args: (draw) => [{ bytes: draw.random.pick(["\n", ";", "p\n", "d"]) }],
  }),
  member("reader.feed_data", {
    theme: "streams",
    weight: 6,
    risky: true,
    on: (draw) => draw.resource("reader"),
    args: (draw) => [draw.line()],
  }),
  member("reader.feed_eof", { theme: "streams", weight: 2.4, on: (draw) => draw.resource("reader") }),
  member("reader.set_exception", {
    theme: "streams",
    weight: 2.4,
    on: (draw) => draw.resource("reader"),
    args: (draw) => [draw.failure()],
  }),
  member("reader.at_eof", { theme: "streams", weight: 3.5, on: (draw) => draw.resource("reader") }),
  member("reader.exception", { theme: "streams", weight: 3.5, on: (draw) => draw.resource("reader") }),
];
