import { afterEach, expect, test } from "vitest";
import { inspection } from "../../src/async-primitives/event-loop.ts";
import type { EventLoop, LoopEvent, Task } from "../../src/async-primitives/index.ts";
import { Timeline } from "../../src/playground/event-loop-view/timeline.ts";
import { TraceRecorder } from "../../src/trace/trace-recorder.ts";
import { readCorpus } from "../oracle/corpus.ts";
import { interpret } from "../oracle/interpreter.ts";

/** What a task does from when to when, in microseconds. */
type Stretch = readonly [doing: string, from: number, to: number];

const microseconds = (seconds: number): number => Math.round(seconds * 1e6);

/**
 * What a loop's observer is told, read without the model: the state of each task after each event, and the stretches of
 * equal states. An event that leaves a task as it was (it is queued while it runs) does not end a stretch.
 */
class Observation {
  readonly #loop: EventLoop;
  readonly #start: number;
  readonly tasks = new Map<Task<unknown>, { doing: string; since: number; next: string; all: Stretch[] }>();

  constructor(loop: EventLoop) {
    this.#loop = loop;
    this.#start = loop.time();
    loop.observe((event) => this.#note(event));
  }

  #note(event: LoopEvent): void {
    switch (event.kind) {
      case "task created":
        this.tasks.set(event.task, { doing: "", since: 0, next: "", all: [] });
        break;
      case "queued": {
        const state = this.tasks.get(event.runnable as Task<unknown>);
        if (state === undefined) {
          break;
        }
        if (state.doing === "runs") {
          state.next = "ready";
        } else {
          this.#enter(state, "ready");
        }
        break;
      }
      case "step began":
        this.#enter(this.tasks.get(event.task), "runs");
        break;
      case "task waits": {
        const state = this.tasks.get(event.task);
        if (state !== undefined && event.on !== undefined && state.next === "") {
          state.next = "waits";
        }
        break;
      }
      case "step ended": {
        const state = this.tasks.get(event.task);
        this.#enter(state, event.task.done() ? "" : (state?.next ?? ""));
        break;
      }
      case "task done": {
        const state = this.tasks.get(event.task);
        if (state?.doing !== "runs") {
          this.#enter(state, "");
        }
      }
    }
  }

  #enter(
    state: { doing: string; since: number; next: string; all: Stretch[] } | undefined,
    doing: string,
  ): void {
    if (state === undefined) {
      return;
    }
    const now = microseconds(this.#loop.time() - this.#start);
    if (state.doing !== "") {
      state.all.push([state.doing, state.since, now]);
    }
    state.doing = doing;
    state.since = now;
    state.next = "";
  }
}

afterEach(() => {
  inspection.inspector = undefined;
});

test("has the intervals that the observer of a loop was told of, in 200 programs", async () => {
  let intervals = 0;
  for (const { program } of [...readCorpus().programs()].slice(0, 200)) {
    const timelines: { timeline: Timeline; observation: Observation }[] = [];
    inspection.inspector = {
      gate: { steps: false, holds: () => false, whenReleased: () => () => {} },
      clock: undefined as never,
      onLoop(loop) {
        const timeline = new Timeline();
        const recorder = new TraceRecorder({
          now: () => 0,
          // Some frame, so that no task counts as the library's own.
          captureFrames: () => [{ caller: "program", path: "main.ts", line: 1, column: 1 }],
          add: (event) => timeline.add([event]),
        });
        recorder.observe(loop);
        timelines.push({ timeline, observation: new Observation(loop) });
      },
    };
    await interpret(program);
    for (const { timeline, observation } of timelines) {
      const drawn = timeline.tasks
        .toSorted((one, other) => one.created.index - other.created.index)
        .map((lane) =>
          lane.intervals.flatMap(({ doing, from, to }) =>
            to === undefined ? [] : [[doing, microseconds(from.at), microseconds(to.at)]],
          ),
        );
      const observed = [...observation.tasks.values()].map(({ all }) => all);
      expect(drawn).toEqual(observed);
      intervals += drawn.flat().length;
    }
  }
  expect(intervals).toBeGreaterThan(5_000);
});
