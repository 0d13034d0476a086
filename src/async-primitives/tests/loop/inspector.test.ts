import { afterEach, describe, expect, test } from "vitest";
import { inspection } from "../../event-loop.ts";
import {
  type Clock,
  type Coroutine,
  createTask,
  EventLoop,
  type LoopEvent,
  run,
  sleep,
  VirtualClock,
} from "../../index.ts";
import type { Gate, Inspector } from "../../loop/inspector.ts";

afterEach(() => {
  inspection.inspector = undefined;
});

/** Lets one callback pass at a time, and gives the host a turn before each. */
class Dawdling implements Gate {
  readonly steps = true;
  passed = 0;
  #open = false;

  holds(): boolean {
    return !this.#open;
  }

  whenReleased(turn: () => void) {
    const timeout = setTimeout(() => {
      this.#open = true;
      turn();
    });
    return () => clearTimeout(timeout);
  }

  readonly watch = ({ kind }: LoopEvent): void => {
    if (kind !== "step ended" && kind !== "callback ended") {
      return;
    }
    this.passed++;
    this.#open = false;
  };
}

const unhurried: Gate = { steps: false, holds: () => false, whenReleased: () => () => {} };

function inspect(gate: Gate, clock: Clock = new VirtualClock()): EventLoop[] {
  const loops: EventLoop[] = [];
  inspection.inspector = { gate, clock, onLoop: (loop) => loops.push(loop) } satisfies Inspector<EventLoop>;
  return loops;
}

describe("an inspector", () => {
  test("is told of every loop and gives it its clock", async () => {
    const clock = new VirtualClock(5);
    const loops = inspect(unhurried, clock);
    await run(sleep(10));
    expect(loops).toHaveLength(1);
    expect(clock.time()).toBe(15);
  });

  test("does not take a loop's own clock away", async () => {
    const loops = inspect(unhurried, new VirtualClock(5));
    await run(sleep(10), { loopFactory: () => new EventLoop({ clock: new VirtualClock(100) }) });
    expect(loops[0]?.time()).toBe(110);
  });

  test("can hold a loop between any two callbacks, which changes nothing but when they run", async () => {
    function* worker(log: string[], name: string): Coroutine<void> {
      for (const delay of [0, 1, 0, 2]) {
        log.push(name);
        yield* sleep(delay);
      }
    }
    async function trace(): Promise<string[]> {
      const log: string[] = [];
      await run(
        (function* (): Coroutine<void> {
          const tasks = ["a", "b", "c"].map((name) => createTask(worker(log, name)));
          for (const task of tasks) {
            yield* task;
          }
        })(),
      );
      return log;
    }
    inspect(unhurried);
    const expected = await trace();
    const gate = new Dawdling();
    inspection.inspector = { gate, clock: new VirtualClock(), onLoop: (loop) => loop.observe(gate.watch) };
    expect(await trace()).toEqual(expected);
    expect(gate.passed).toBeGreaterThan(12);
  });

  test("holds a loop from its very first callback, until it lets it go", async () => {
    let release = (): void => {};
    let open = false;
    inspect({
      steps: true,
      holds: () => !open,
      whenReleased: (turn) => {
        release = turn;
        return () => {};
      },
    });
    const log: string[] = [];
    const running = run(
      (function* (): Coroutine<void> {
        log.push("ran");
        yield;
      })(),
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(log).toEqual([]);
    open = true;
    release();
    await running;
    expect(log).toEqual(["ran"]);
  });
});
