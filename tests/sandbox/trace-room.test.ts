import { expect, test } from "vitest";
import { TraceRoom } from "../../src/sandbox/trace-room.ts";
import { traceLimits } from "../../src/trace/trace.ts";

test("a trace has room for so many events, and what is refused takes none of it", () => {
  const room = new TraceRoom();
  expect(room.take(traceLimits.all - 1, 1)).toBe(true);
  expect(room.take(2, 1)).toBe(false);
  expect(room.take(1, 1)).toBe(true);
  expect(room.take(1, 1)).toBe(false);
});

test("a trace has room for so much text, however few its events are", () => {
  const room = new TraceRoom();
  expect(room.take(1, 50_000_001)).toBe(false);
  expect(room.take(1, 50_000_000)).toBe(true);
  expect(room.take(0, 1)).toBe(false);
});
