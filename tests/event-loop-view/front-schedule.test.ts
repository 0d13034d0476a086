import { type Coroutine, createTask, EventLoop, gather, run, sleep, VirtualClock } from "asyncio-ts";
import { expect, test } from "vitest";
import {
  delays,
  lines,
  pause,
  type Stretch,
  schedule,
  stretchAt,
  type Way,
  ways,
  work,
} from "../../src/components/front/schedule.ts";

const everyDelay = Array.from({ length: delays.max - delays.min + 1 }, (_, index) => delays.min + index);

/** What a real program on the library's loop does, in seconds for the tenths of the picture. */
async function recorded(way: Way, delay: number): Promise<{ lanes: Stretch[][]; total: number }> {
  const clock = new VirtualClock();
  const lanes: Stretch[][] = [[], [], []];
  const note = (call: number, kind: Stretch["kind"], line: number, from: number): void => {
    if (clock.time() > from) {
      lanes[call]?.push({ kind, line, from, to: clock.time() });
    }
  };
  const keep = (call: number, kind: "run" | "block", line: number, length: number): void => {
    const from = clock.time();
    clock.advance(length);
    note(call, kind, line, from);
  };
  function* load(call: number): Coroutine<void> {
    const length = call === 1 ? delay : pause;
    keep(call, "run", lines.before, work);
    if (way === "blocked" && call === 1) {
      keep(call, "block", lines.wait, length);
    } else {
      const from = clock.time();
      yield* sleep(length);
      lanes[call]?.push({ kind: "wait", line: lines.wait, from, to: from + length });
      note(call, "late", lines.wait, from + length);
    }
    keep(call, "run", lines.after, work);
  }
  function* main(): Coroutine<void> {
    if (way === "sequential") {
      yield* load(0);
      yield* load(1);
      yield* load(2);
    } else {
      yield* gather(...[0, 1, 2].map((call) => createTask(load(call))));
    }
  }
  await run(main(), { loopFactory: () => new EventLoop({ clock }) });
  return { lanes, total: clock.time() };
}

test.for(ways)("three calls, %s, do in the picture what they do on a loop, whatever B takes", async (way) => {
  for (const delay of everyDelay) {
    expect({ delay, ...schedule(way, delay) }).toEqual({ delay, ...(await recorded(way, delay)) });
  }
});

test.for(ways)("the thread is never with two calls at once, %s", (way) => {
  for (const delay of everyDelay) {
    const { lanes } = schedule(way, delay);
    const taken = lanes.flat().filter(({ kind }) => kind === "run" || kind === "block");
    const inOrder = taken.sort((a, b) => a.from - b.from);
    expect(inOrder.every(({ from }, index) => index === 0 || from >= (inOrder[index - 1]?.to ?? 0))).toBe(
      true,
    );
  }
});

test("a call is before its first line, then in a stretch, then done", () => {
  const [, , last = []] = schedule("sequential", 20).lanes;
  expect(stretchAt(last, 0)).toBe("before");
  expect(stretchAt(last, 52)).toMatchObject({ kind: "run", line: lines.before });
  expect(stretchAt(last, 55)).toMatchObject({ kind: "wait", line: lines.wait });
  expect(stretchAt(last, 78)).toBe("done");
});
