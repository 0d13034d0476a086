import { afterEach, describe, expect, test } from "vitest";
import { inspection } from "../../src/async-primitives/event-loop.ts";
import type { LoopEvent } from "../../src/async-primitives/index.ts";
import { type Clock, VirtualClock } from "../../src/async-primitives/loop/clock.ts";
import type { Gate } from "../../src/async-primitives/loop/inspector.ts";
import { SpeedClock } from "../../src/sandbox/speed-clock.ts";
import { Stepper } from "../../src/sandbox/stepper.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { TraceRecorder } from "../../src/trace/trace-recorder.ts";
import { readCorpus } from "../oracle/corpus.ts";
import { interpret } from "../oracle/interpreter.ts";

afterEach(() => {
  inspection.inspector = undefined;
});

const unhurried: Gate = { steps: false, holds: () => false, whenReleased: () => () => {} };

/** Records what the loops of a program do while something else may drive them. */
function record(gate: Gate, observe: (event: LoopEvent) => void): TraceEvent[] {
  const events: TraceEvent[] = [];
  const clock: Clock = new VirtualClock();
  const recorder = new TraceRecorder({
    now: () => 0,
    captureFrames: () => [],
    add: (event) => void events.push(event),
  });
  inspection.inspector = {
    clock,
    gate,
    onLoop: (loop) => {
      recorder.observe(loop);
      loop.observe(observe);
    },
  };
  return events;
}

/** Presses "step" whenever the program stands still. */
function steppingAllTheWay(): { stepper: Stepper; steps: () => number } {
  const keepAlive = () => () => {};
  const later = (callback: () => void) => {
    const immediate = setImmediate(callback);
    return () => clearImmediate(immediate);
  };
  let steps = 0;
  const stepper = new Stepper(new SpeedClock({ now: () => 0, later, keepAlive }), {
    keepAlive,
    onHeld: () =>
      setImmediate(() => {
        steps++;
        stepper.handleCommand({ type: "step" });
      }),
    onStepped: () => {},
    onPaused: () => {},
  });
  stepper.handleCommand({ type: "pause" });
  return { stepper, steps: () => steps };
}

/** What tasks do, told in one line an event, with tasks numbered in the order of their creation. */
class Story {
  readonly lines: string[] = [];
  readonly #tasks = new Map<unknown, number>();
  #depth = 0;

  /** Who makes a task: another task, or nobody but the one who started the loop. */
  get maker(): string {
    return this.#depth > 0 ? "in a step" : "outside";
  }

  tell(kind: string, task: unknown, rest = ""): void {
    if (kind === "task created") {
      this.#tasks.set(task, this.#tasks.size + 1);
    }
    this.#depth += kind === "step began" ? 1 : kind === "step ended" ? -1 : 0;
    const number = this.#tasks.get(task);
    if (number !== undefined) {
      this.lines.push(`${kind} ${number} ${rest}`.trimEnd());
    }
  }

  of(task: unknown): string {
    return String(this.#tasks.get(task) ?? "a future");
  }
}

function storyOfLoop(events: readonly LoopEvent[]): string[] {
  const story = new Story();
  for (const event of events) {
    switch (event.kind) {
      case "task created":
        story.tell(event.kind, event.task, story.maker);
        break;
      case "step began":
      case "step ended":
        story.tell(event.kind, event.task);
        break;
      case "callback began":
        story.tell("step began", event.handle);
        break;
      case "callback ended":
        story.tell("step ended", event.handle);
        break;
      case "task done":
        story.tell(event.kind, event.task, event.task.cancelled() ? "cancelled" : "");
        break;
      case "task waits":
        story.tell(
          event.kind,
          event.task,
          event.on === undefined ? "for its turn" : `for ${story.of(event.on)}`,
        );
        break;
      case "queued":
        story.tell("queued", event.runnable);
        break;
      case "cancel requested":
        story.tell("cancel", event.future);
        break;
      case "timer set":
        story.lines.push(`timer ${Math.round(event.timer.when() * 1e6) / 1e6}`);
        break;
      case "timer fired":
      case "timer cancelled":
        story.lines.push(event.kind);
    }
  }
  return story.lines;
}

function storyOfTrace(events: readonly TraceEvent[]): string[] {
  const story = new Story();
  for (const event of events) {
    switch (event.kind) {
      case "task created":
        story.tell(event.kind, event.task, story.maker);
        break;
      case "began":
      case "ended":
        story.tell(`step ${event.kind}`, event.handle);
        break;
      case "task done":
        story.tell(event.kind, event.task, event.outcome === "cancelled" ? "cancelled" : "");
        break;
      case "waits":
        story.tell("task waits", event.task, event.on === 0 ? "for its turn" : `for ${story.of(event.on)}`);
        break;
      case "queued":
        story.tell("queued", event.handle);
        break;
      case "cancel":
        story.tell("cancel", event.target);
        break;
      case "timer set":
        story.lines.push(`timer ${event.deadline}`);
        break;
      case "timer fired":
      case "timer cancelled":
        story.lines.push(event.kind);
    }
  }
  return story.lines;
}

/** With tasks of its own `run()` ends, if it can; they, and those that close generators for them, are left out of a trace. */
function tasksOfTheEnd(lines: readonly string[]): string[] {
  const made = (line: string, place: RegExp) => place.exec(line)?.[1] ?? [];
  const [, first] = lines.flatMap((line) => made(line, /^task created (\d+) outside$/));
  return lines
    .flatMap((line) => made(line, /^task created (\d+) /))
    .filter((task) => first !== undefined && Number(task) >= Number(first));
}

function withoutEnd(lines: readonly string[]): string[] {
  const left = tasksOfTheEnd(lines);
  return lines.filter(
    (line) => line.startsWith("timer") || !left.some((task) => line.split(" ").includes(task)),
  );
}

/** How many callbacks the loop called: a task that starts eagerly runs inside of another. */
function callbacks(events: readonly LoopEvent[]): number {
  let depth = 0;
  let count = 0;
  for (const { kind } of events) {
    if ((kind === "step began" || kind === "callback began") && ++depth === 1) {
      count++;
    }
    if (kind === "step ended" || kind === "callback ended") {
      depth--;
    }
  }
  return count;
}

/** Numbers in the names of tasks go on from one program to the next, in messages too. */
function withOwnNames(events: readonly TraceEvent[]): unknown {
  const first = events.find(({ kind }) => kind === "task created");
  const start = Number(first?.kind === "task created" ? first.name.replace("Task-", "") : 0);
  return JSON.parse(JSON.stringify(events).replaceAll(/Task-(\d+)/g, (_, n) => `Task-${n - start}`));
}

/** From all over the corpus. A program that never ends would still run beside the next one. */
const programs = [...readCorpus().programs()]
  .filter(({ trace }) => !JSON.stringify(trace.at(-1)).includes("never ends"))
  .filter((_, index) => index % 12 === 0)
  .slice(0, 200);

describe("a recorded trace", () => {
  test("agrees with what the loop reports, for 200 programs of the oracle", async () => {
    expect(programs).toHaveLength(200);
    for (const { program } of programs) {
      const seen: LoopEvent[] = [];
      const trace = record(unhurried, (event) => seen.push(event));
      await interpret(program);
      expect(storyOfTrace(trace), `program ${program.seed}`).toEqual(withoutEnd(storyOfLoop(seen)));
    }
  });

  test("is the same when 200 programs are driven callback by callback", async () => {
    for (const { program, trace: expected } of programs) {
      const seen: LoopEvent[] = [];
      const unpaused = record(unhurried, (event) => seen.push(event));
      expect(await interpret(program)).toEqual(expected);
      const { stepper, steps } = steppingAllTheWay();
      const stepped = record(stepper, (event) => stepper.noteEvent(event));
      stepper.noteLoop();
      expect(await interpret(program), `program ${program.seed}`).toEqual(expected);
      expect(withOwnNames(stepped), `program ${program.seed}`).toEqual(withOwnNames(unpaused));
      expect(steps(), `program ${program.seed}`).toBe(callbacks(seen));
    }
  });
});
