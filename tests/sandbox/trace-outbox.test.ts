import { describe, expect, test } from "vitest";
import { TraceOutbox } from "../../src/sandbox/trace-outbox.ts";
import { type TraceEvent, traceLimits } from "../../src/trace/trace.ts";

function setUp() {
  const host = {
    time: 0,
    messages: [] as { events: number; dropped: number }[],
    timers: [] as (() => void)[],
  };
  const outbox = new TraceOutbox({
    now: () => host.time,
    later: (callback) => void host.timers.push(callback),
    send: (events, dropped) => void host.messages.push({ events: events.length, dropped }),
  });
  const add = (kind: "began" | "ended", times = 1) => {
    for (let i = 0; i < times; i++) {
      outbox.add({ at: 0, kind, handle: 1 } satisfies TraceEvent);
    }
  };
  return { host, outbox, add };
}

describe("the outbox of a trace", () => {
  test("waits a moment for more", () => {
    const { host, add } = setUp();
    add("ended", 3);
    expect(host.messages).toEqual([]);
    expect(host.timers).toHaveLength(1);
    host.timers[0]?.();
    expect(host.messages).toEqual([{ events: 3, dropped: 0 }]);
  });

  test("tells at once that a callback begins, while few do", () => {
    const { host, add } = setUp();
    add("ended", 2);
    add("began");
    expect(host.messages).toEqual([{ events: 3, dropped: 0 }]);
    add("began", 100);
    expect(host.messages.length).toBeLessThanOrEqual(10);
    host.time += 51;
    add("began");
    expect(host.messages.at(-1)).toEqual({ events: 92, dropped: 0 });
  });

  test("sends no more in one message than one may hold", () => {
    const { host, outbox, add } = setUp();
    add("ended", 2 * traceLimits.events + 1);
    outbox.flush();
    const sizes = host.messages.map(({ events }) => events);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(traceLimits.events);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(2 * traceLimits.events + 1);
  });

  test("keeps so many events of a run, counts the others and says so", () => {
    const { host, outbox, add } = setUp();
    add("ended", traceLimits.all - 1);
    expect(outbox.isFull).toBe(false);
    add("ended", 11);
    expect(outbox.isFull).toBe(true);
    outbox.flush();
    expect(host.messages.at(-1)?.dropped).toBe(10);
    expect(host.messages.reduce((sum, { events }) => sum + events, 0)).toBe(traceLimits.all);
    add("ended", 5);
    outbox.flush();
    outbox.flush();
    expect(host.messages.slice(-1)).toEqual([{ events: 0, dropped: 15 }]);
  });
});
