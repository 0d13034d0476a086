import { afterEach, describe, expect, test } from "vitest";
import { inspection } from "../../src/async-primitives/event-loop.ts";
import { type Coroutine, createTask, getRunningLoop, run, sleep } from "../../src/async-primitives/index.ts";
import type { StepperCommand } from "../../src/sandbox/protocol.ts";
import { SpeedClock } from "../../src/sandbox/speed-clock.ts";
import { Stepper } from "../../src/sandbox/stepper.ts";

afterEach(() => {
  inspection.inspector = undefined;
});

/** Some turns of the host: whatever can go on by itself has done so after them. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A program on a machine whose time stands still, driven by the test. */
function setUp() {
  let alive = 0;
  const keepAlive = () => {
    alive++;
    return () => void alive--;
  };
  const later = (callback: () => void, delay: number) => {
    const immediate = delay > 0 ? undefined : setImmediate(callback);
    return () => clearImmediate(immediate);
  };
  const paused: boolean[] = [];
  const clock = new SpeedClock({ now: () => 0, later, keepAlive });
  const stepper = new Stepper(clock, {
    keepAlive,
    onHeld: () => {},
    onStepped: () => {},
    onPaused: (value) => void paused.push(value),
  });
  inspection.inspector = {
    clock,
    gate: stepper,
    onLoop: (loop) => {
      loop.observe((event) => stepper.noteEvent(event));
      stepper.noteLoop();
    },
  };
  const log: string[] = [];
  const print = (text: string) => {
    log.push(`${text} at ${getRunningLoop().time()}`);
    stepper.noteOutput();
  };
  const press = async (type: Exclude<StepperCommand["type"], "speed">) => {
    stepper.handleCommand({ type });
    await settle();
  };
  return { stepper, log, print, paused, press, alive: () => alive };
}

describe("the stepper of a program", () => {
  test("holds it before its first callback, and steps one callback at a time", async () => {
    const { log, print, paused, press } = setUp();
    await press("pause");
    expect(paused).toEqual([]);
    function* child(name: string): Coroutine<void> {
      print(name);
    }
    function* main(): Coroutine<void> {
      createTask(child("a"));
      createTask(child("b"));
      print("main");
      yield* sleep(10);
      print("end");
    }
    const running = run(main());
    await settle();
    expect([log, paused]).toEqual([[], [true]]);
    await press("step");
    expect(log).toEqual(["main at 0"]);
    await press("step");
    expect(log).toEqual(["main at 0", "a at 0"]);
    await press("step");
    expect(log).toEqual(["main at 0", "a at 0", "b at 0"]);
    // Nothing is ready: time jumps to the timer, and its callback runs; then main can.
    await press("step");
    expect(log).toHaveLength(3);
    await press("step");
    expect(log.slice(3)).toEqual(["end at 10"]);
    await press("resume");
    await running;
    expect(paused).toEqual([true, false]);
  });

  test("runs to the next output, and to the end of the callback that prints", async () => {
    const { log, print, paused, press } = setUp();
    await press("pause");
    function* main(): Coroutine<void> {
      yield* sleep(0);
      yield* sleep(0);
      print("first");
      print("second");
      yield;
      yield;
      print("third");
    }
    const running = run(main());
    await press("step to output");
    expect(log).toEqual(["first at 0", "second at 0"]);
    await press("step to output");
    expect(log).toEqual(["first at 0", "second at 0", "third at 0"]);
    expect(paused).toEqual([true, false, true, false, true]);
    await press("resume");
    await running;
  });

  test("waits for the host when nothing is ready and no timer is set", async () => {
    const { log, print, press } = setUp();
    let deliver = (): void => {};
    function* main(): Coroutine<void> {
      const loop = getRunningLoop();
      const future = loop.createFuture<void>();
      deliver = () => void future.setResult();
      yield* future;
      print("delivered");
    }
    const running = run(main());
    await press("pause");
    await press("step");
    expect(log).toEqual([]);
    deliver();
    await settle();
    expect(log).toEqual(["delivered at 0"]);
    await press("resume");
    await running;
  });

  test("keeps a program that is held alive, and lets go of it", async () => {
    const { press, alive } = setUp();
    await press("pause");
    const running = run(sleep(0));
    await settle();
    expect(alive()).toBe(1);
    await press("resume");
    await running;
    expect(alive()).toBe(0);
  });

  test("passes over a callback that was cancelled", async () => {
    const { log, print, press } = setUp();
    await press("pause");
    function* main(): Coroutine<void> {
      const loop = getRunningLoop();
      const handle = loop.callSoon(print, "cancelled");
      loop.callSoon(print, "called");
      handle.cancel();
      yield;
    }
    const running = run(main());
    await press("step");
    await press("step");
    expect(log).toEqual(["called at 0"]);
    await press("resume");
    await running;
  });
});
