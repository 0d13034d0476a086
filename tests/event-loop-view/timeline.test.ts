import { describe, expect, test } from "vitest";
import { intervalAt, type Lane, titleOf } from "../../src/playground/event-loop-view/lane.ts";
import { LoopSnapshots } from "../../src/playground/event-loop-view/loop-state.ts";
import { Timeline } from "../../src/playground/event-loop-view/timeline.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { at, parentAndChild } from "./traces.ts";

function timelineOf(events: readonly TraceEvent[]): Timeline {
  const timeline = new Timeline();
  timeline.add(events);
  return timeline;
}

const brief = (lane: Lane | undefined) =>
  lane?.intervals.map(({ doing, from, to, what }) => [doing, from.at, to?.at, what].join(" ").trim());

describe("a timeline", () => {
  test("says from when to when a task runs, is ready and waits", () => {
    const timeline = timelineOf(parentAndChild);
    expect(brief(timeline.lane(2))).toEqual([
      "ready 0 0",
      "runs 0 0",
      "waits 0 1 sleep",
      "ready 1 1",
      "runs 1 1",
    ]);
    expect(brief(timeline.lane(1))).toEqual([
      "ready 0 0",
      "runs 0 0",
      "waits 0 1 Task",
      "ready 1 1",
      "runs 1 1",
    ]);
    expect(timeline.lane(2)?.done).toMatchObject({ outcome: "result", moment: { at: 1 } });
  });

  test("is the same when the events come one by one", () => {
    const timeline = new Timeline();
    for (const event of parentAndChild) {
      timeline.add([event]);
    }
    expect(timeline.lanes).toEqual(timelineOf(parentAndChild).lanes);
    expect(timeline.wakes).toEqual(timelineOf(parentAndChild).wakes);
  });

  test("leaves the last interval open while it lasts", () => {
    const timeline = timelineOf(parentAndChild.slice(0, 11));
    expect(brief(timeline.lane(2))?.at(-1)).toBe("waits 0  sleep");
    expect(timeline.lane(2)?.intervals.at(-1)?.to).toBeUndefined();
  });

  test("gives the loop's own callbacks a lane, first of all", () => {
    const [loop] = timelineOf(parentAndChild).lanes;
    expect(loop?.task).toBe(0);
    expect(brief(loop)).toEqual(["runs 1 1 sleep"]);
  });

  test("knows who woke whom", () => {
    expect(timelineOf(parentAndChild).wakes).toMatchObject([
      { by: 0, task: 2, outcome: "result" },
      { by: 2, task: 1, outcome: "result" },
    ]);
  });

  test("nests tasks below their parents, in the order of their creation", () => {
    const created = (task: number, parent: number): TraceEvent[] =>
      at(0, { kind: "task created", task, name: `${task}`, parent, frames: [] });
    const timeline = timelineOf([...created(1, 0), ...created(2, 1), ...created(3, 1), ...created(4, 2)]);
    expect(timeline.lanes.map(({ task, depth }) => [task, depth])).toEqual([
      [0, -1],
      [1, 0],
      [2, 1],
      [4, 2],
      [3, 1],
    ]);
  });

  test("nests as many tasks below one parent as a run may have", () => {
    const events = Array.from({ length: 200_000 }, (_, index) =>
      at(0, { kind: "task created", task: index + 1, name: "", parent: 0, frames: [] }),
    ).flat();
    expect(timelineOf(events).tasks).toHaveLength(events.length);
  });

  test("reads as many scopes of one task as a run may have", () => {
    const joined = Array.from({ length: 200_000 }, (_, scope) =>
      at(0, { kind: "scope joined", scope, member: 1 }),
    ).flat();
    expect(timelineOf(joined).events).toHaveLength(joined.length);
  });

  test("keeps a task whose parent it does not know", () => {
    const timeline = timelineOf(at(0, { kind: "task created", task: 7, name: "x", parent: 5, frames: [] }));
    expect(timeline.lanes.map(({ task }) => task)).toEqual([0, 7]);
  });

  test("lets a task that starts eagerly run inside the step that made it", () => {
    const timeline = timelineOf(
      at(
        0,
        { kind: "task created", task: 1, name: "outer", parent: 0, frames: [] },
        { kind: "began", handle: 1 },
        { kind: "task created", task: 2, name: "inner", parent: 1, frames: [] },
        { kind: "began", handle: 2 },
        { kind: "ended", handle: 2 },
        { kind: "ended", handle: 1 },
      ),
    );
    const [outer] = timeline.lane(1)?.intervals ?? [];
    const [inner] = timeline.lane(2)?.intervals ?? [];
    expect([outer?.from.index, inner?.from.index, inner?.to?.index, outer?.to?.index]).toEqual([1, 3, 4, 5]);
    expect(new LoopSnapshots(timeline).at(3).running).toEqual([1, 2]);
  });

  test("takes a task that only gave up its turn for ready, not for waiting", () => {
    const timeline = timelineOf(
      at(
        0,
        { kind: "task created", task: 1, name: "a", parent: 0, frames: [] },
        { kind: "began", handle: 1 },
        { kind: "waits", task: 1, on: 0, what: "", frames: [] },
        { kind: "queued", handle: 1, label: "a" },
        { kind: "ended", handle: 1 },
      ),
    );
    expect(timeline.lane(1)?.intervals.map(({ doing }) => doing)).toEqual(["runs", "ready"]);
  });

  test("counts a callback that has the thread for over 50 ms as a blocked loop", () => {
    const block = (until: number) => [
      ...at(0, { kind: "queued", handle: 5, label: "f" }, { kind: "began", handle: 5 }),
      ...at(until, { kind: "ended", handle: 5 }),
    ];
    expect(timelineOf(block(0.05)).blocks).toEqual([]);
    expect(timelineOf(block(0.06)).blocks).toMatchObject([{ from: { at: 0 }, to: { at: 0.06 }, task: 0 }]);
  });

  test("follows a cancellation along what is awaited, and tells two requests apart", () => {
    const task = (number: number, on: number): TraceEvent[] =>
      at(
        0,
        { kind: "task created", task: number, name: `${number}`, parent: 0, frames: [] },
        { kind: "began", handle: number },
        { kind: "waits", task: number, on, what: "", frames: [] },
        { kind: "ended", handle: number },
      );
    const timeline = timelineOf([
      ...task(1, 2),
      ...task(2, 30),
      ...task(3, 31),
      ...at(
        1,
        { kind: "cancel", target: 1, by: 9 },
        { kind: "cancel", target: 2, by: 9 },
        { kind: "cancel", target: 30, by: 9 },
        { kind: "future done", future: 30, outcome: "cancelled", by: 9 },
        { kind: "cancel", target: 3, by: 9 },
      ),
    ]);
    expect(timeline.cancellations).toMatchObject([
      { from: 9, task: 1, isPassedOn: false },
      { from: 1, task: 2, isPassedOn: true },
      { from: 9, task: 3, isPassedOn: false },
    ]);
  });

  test("follows a cancellation through a gather to each of its tasks", () => {
    const timeline = timelineOf(
      at(
        0,
        { kind: "task created", task: 1, name: "main", parent: 0, frames: [] },
        { kind: "began", handle: 1 },
        { kind: "scope opened", scope: 5, what: "gather", owner: 1, deadline: undefined },
        { kind: "task created", task: 2, name: "a", parent: 1, frames: [] },
        { kind: "scope joined", scope: 5, member: 2 },
        { kind: "task created", task: 3, name: "b", parent: 1, frames: [] },
        { kind: "scope joined", scope: 5, member: 3 },
        { kind: "waits", task: 1, on: 5, what: "gather", frames: [] },
        { kind: "ended", handle: 1 },
        { kind: "began", handle: 9 },
        { kind: "cancel", target: 1, by: 0 },
        { kind: "cancel", target: 5, by: 0 },
        { kind: "cancel", target: 2, by: 0 },
        { kind: "future done", future: 7, outcome: "cancelled", by: 0 },
        { kind: "cancel", target: 3, by: 0 },
        { kind: "ended", handle: 9 },
        { kind: "began", handle: 10 },
        { kind: "cancel", target: 3, by: 0 },
      ),
    );
    expect(timeline.cancellations.map(({ from, task }) => [from, task])).toEqual([
      [0, 1],
      [1, 2],
      [1, 3],
      [0, 3],
    ]);
  });

  test("keeps the tasks of a scope, and when it was open", () => {
    const timeline = timelineOf([
      ...parentAndChild.slice(0, 5),
      ...at(
        0,
        { kind: "scope opened", scope: 20, what: "timeout", owner: 1, deadline: 3 },
        { kind: "scope joined", scope: 20, member: 2 },
        { kind: "scope joined", scope: 20, member: 77 },
      ),
      ...at(2, { kind: "scope closed", scope: 20, outcome: "cancelled" }),
    ]);
    expect([...timeline.scopes]).toMatchObject([
      { what: "timeout", owner: 1, members: [2], deadline: 3, to: { at: 2 }, outcome: "cancelled" },
    ]);
  });

  test("calls a task by the name it was given, else by CPython's name and its coroutine", () => {
    const timeline = timelineOf(parentAndChild);
    expect(titleOf(timeline.lane(1) as Lane)).toBe("Task-1 · main");
    expect(titleOf(timeline.lane(2) as Lane)).toBe("child");
  });

  test("finds what a task does at a moment", () => {
    const lane = timelineOf(parentAndChild).lane(2) as Lane;
    expect([3, 4, 7, 10, 14, 16, 23].map((index) => intervalAt(lane, index)?.doing)).toEqual([
      undefined,
      "ready",
      "runs",
      "waits",
      "ready",
      "runs",
      undefined,
    ]);
  });
});

describe("the state of the loop", () => {
  test("has the ready queue in its order, and the timers by their deadlines", () => {
    const states = new LoopSnapshots(timelineOf(parentAndChild));
    expect(states.at(4)).toMatchObject({ running: [1], ready: [2], timers: [] });
    expect(states.at(10)).toMatchObject({ running: [], ready: [], timers: [{ handle: 3, deadline: 1 }] });
    expect(states.at(11)).toMatchObject({ running: [], ready: [3], timers: [] });
    expect(states.at(-1)).toEqual({ running: [], ready: [], timers: [], ran: 0, index: -1 });
  });

  test("knows what ran last", () => {
    const events = parentAndChild;
    const states = new LoopSnapshots(timelineOf(events));
    for (const index of events.keys()) {
      const last = events.slice(0, index + 1).findLast(({ kind }) => kind === "ended");
      expect(states.at(index)).toMatchObject({ index, ran: last?.kind === "ended" ? last.handle : 0 });
    }
  });

  test("is the same from a state that was kept as from the beginning", () => {
    const events = Array.from({ length: 3_000 }, (_, number): TraceEvent[] =>
      at(
        number,
        { kind: "timer set", handle: number, deadline: number + 500, label: "t" },
        { kind: "queued", handle: 10_000 + number, label: "q" },
        ...(number % 3 === 0 ? [{ kind: "began" as const, handle: 10_000 + number / 3 }] : []),
        ...(number % 3 === 1 ? [{ kind: "ended" as const, handle: 10_000 + (number - 1) / 3 }] : []),
        ...(number % 7 === 0 ? [{ kind: "timer cancelled" as const, handle: number }] : []),
      ),
    ).flat();
    const timeline = timelineOf(events);
    const kept = new LoopSnapshots(timeline);
    kept.at(events.length - 1);
    for (const index of [0, 100, 4_095, 4_096, 4_097, events.length - 1]) {
      expect(kept.at(index)).toEqual(new LoopSnapshots(timelineOf(events.slice(0, index + 1))).at(index));
    }
  });
});
