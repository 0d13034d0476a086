import { describe, expect, test } from "vitest";
import { LoopGate } from "../../src/sandbox/python/loop-gate.ts";

/** A gate on a machine whose time goes on when the test says so, and a loop that has been made. */
function setUp() {
  let milliseconds = 0;
  let alarms: { readonly at: number; readonly ring: () => void }[] = [];
  const paused: boolean[] = [];
  const gate = new LoopGate({
    now: () => milliseconds,
    later: (ring, delay) => {
      const alarm = { at: milliseconds + delay, ring };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
    onPaused: (value) => void paused.push(value),
  });
  gate.noteLoop();
  const pass = (more: number) => {
    milliseconds += more;
    for (const { ring } of alarms.filter(({ at }) => at <= milliseconds)) {
      ring();
    }
  };
  return { gate, paused, pass };
}

/** Whether what CPython is suspended for is over. */
async function isOver(suspension: { readonly over: Promise<void> } | undefined): Promise<boolean> {
  let over = false;
  void suspension?.over.then(() => {
    over = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return over;
}

describe("the gate of CPython's loop", () => {
  test("lets a callback begin unless the reader has paused it, and holds the next after a step", async () => {
    const { gate, paused } = setUp();
    expect(gate.turn()).toBeUndefined();
    gate.ended();
    gate.handleCommand({ type: "pause" });
    const held = gate.turn();
    expect(await isOver(held)).toBe(false);
    gate.handleCommand({ type: "step" });
    expect(await isOver(held)).toBe(true);
    expect(gate.turn()).toBeUndefined();
    gate.ended();
    expect(paused).toEqual([true, false]);
    expect(gate.turn()).toBeDefined();
    expect(paused).toEqual([true, false, true]);
  });

  test("says that the program runs from the beginning of a step until it is held again, and not when the reader asks", () => {
    const { gate, paused } = setUp();
    gate.turn();
    gate.handleCommand({ type: "pause" });
    // The callback goes on, and what comes after it, and nobody knows for how long.
    gate.ended();
    expect(paused).toEqual([]);
    gate.turn();
    expect(paused).toEqual([true]);
    gate.handleCommand({ type: "step" });
    gate.turn();
    gate.ended();
    expect(paused).toEqual([true, false]);
  });

  test("goes on to the next output, and to the end of the callback that prints", () => {
    const { gate, paused } = setUp();
    gate.handleCommand({ type: "pause" });
    gate.turn();
    gate.handleCommand({ type: "step to output" });
    expect(gate.turn()).toBeUndefined();
    gate.ended();
    expect(gate.turn()).toBeUndefined();
    gate.noteOutput();
    gate.ended();
    expect(gate.turn()).toBeDefined();
    expect(paused).toEqual([true, false, true]);
  });

  test("has its time stand still while it holds the program, and at no other moment", async () => {
    const { gate, pass } = setUp();
    gate.handleCommand({ type: "pause" });
    pass(1_000);
    expect(gate.clock.time()).toBe(1);
    const held = gate.turn();
    pass(1_000);
    expect(gate.clock.time()).toBe(1);
    gate.handleCommand({ type: "step" });
    await held?.over;
    gate.turn();
    pass(1_000);
    gate.ended();
    // What stands below the loop in the program runs on, and may ask for the time until that has gone by.
    pass(1_000);
    expect(gate.clock.time()).toBe(3);
  });

  test("goes slowly where the loop waits, stands still where it is paused, and jumps where it is stepped", async () => {
    const { gate, pass } = setUp();
    gate.handleCommand({ type: "speed", speed: 1 / 4 });
    const slow = gate.sleep(1);
    pass(3_000);
    gate.handleCommand({ type: "pause" });
    pass(60_000);
    expect(gate.clock.time()).toBe(0.75);
    gate.handleCommand({ type: "resume" });
    expect(await isOver(slow)).toBe(false);
    pass(1_000);
    expect(await isOver(slow)).toBe(true);
    expect(gate.clock.time()).toBe(1);

    gate.handleCommand({ type: "pause" });
    const skipped = gate.sleep(3_600);
    gate.handleCommand({ type: "step" });
    pass(0);
    expect(await isOver(skipped)).toBe(true);
    expect(gate.clock.time()).toBe(3_601);
  });

  test("gives a busy loop's worker a turn now and then, so that it hears of a pause", async () => {
    const { gate, pass } = setUp();
    expect(gate.turn()).toBeUndefined();
    gate.ended();
    pass(100);
    const turn = gate.turn();
    expect(turn).toBeDefined();
    await turn?.over;
    expect(gate.turn()).toBeUndefined();
  });

  test("holds a busy loop that is paused in such a turn, until the reader goes on", async () => {
    const { gate, paused, pass } = setUp();
    pass(100);
    const turn = gate.turn();
    gate.handleCommand({ type: "pause" });
    expect(await isOver(turn)).toBe(false);
    gate.handleCommand({ type: "resume" });
    expect(await isOver(turn)).toBe(true);
    expect(paused).toEqual([true, false]);
  });

  test("is left open where CPython cannot be suspended, whatever the reader wants", async () => {
    const { gate, paused } = setUp();
    gate.handleCommand({ type: "pause" });
    gate.turn();
    gate.leaveOpen();
    gate.handleCommand({ type: "pause" });
    expect(paused).toEqual([true, false]);
    expect(gate.turn()).toBeUndefined();
  });
});
