import { describe, expect, test } from "vitest";
import { eventsOfTasks } from "../../src/inspect/page/events-of-tasks.ts";
import { pageLabelsFor } from "../../src/inspect/page/page-labels.ts";
import { waitingList } from "../../src/inspect/page/waiting-list.ts";
import { type WaitingTask, WaitingTasks } from "../../src/inspect/page/waiting-tasks.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";

const created = (task: number, name: string, at = 0): TraceEvent => ({
  at,
  kind: "task created",
  task,
  name,
  parent: 0,
  frames: [],
});
const waits = (task: number, on: number, what: string, at: number): TraceEvent => ({
  at,
  kind: "waits",
  task,
  on,
  what,
  frames: [{ caller: "brew", path: "app.ts", line: 7, column: 3 }],
});

function graphOf(...events: readonly TraceEvent[]): WaitingTask[] {
  const tasks = new WaitingTasks();
  tasks.add(events);
  return tasks.graph();
}

const namesIn = ({ name, waitsFor }: WaitingTask): string =>
  waitsFor.length === 0 ? name : `${name}(${waitsFor.map(namesIn).join(" ")})`;

describe("the call graph of those that wait", () => {
  test("has a task above those that it waits for, also through a gather inside a gather", () => {
    const graph = graphOf(
      created(1, "main"),
      created(2, "tea"),
      created(3, "milk"),
      { at: 0, kind: "scope joined", scope: 11, member: 3 },
      { at: 0, kind: "scope joined", scope: 10, member: 2 },
      { at: 0, kind: "scope joined", scope: 10, member: 11 },
      waits(1, 10, "gather", 1),
      waits(2, 20, "sleep", 2),
      waits(3, 21, "Lock.acquire", 3),
    );
    expect(graph.map(namesIn)).toEqual(["main(tea milk)"]);
    expect(graph[0]).toMatchObject({ what: "gather", since: 1, frame: { path: "app.ts", line: 7 } });
  });

  test("begins with who has waited longest, and leaves out who goes on or is done", () => {
    const tasks = [1, 2, 3, 4].map((task) => created(task, `t${task}`));
    const graph = graphOf(
      ...tasks,
      waits(1, 20, "sleep", 1),
      waits(2, 21, "sleep", 2),
      waits(3, 22, "sleep", 3),
      waits(4, 23, "sleep", 0),
      { at: 4, kind: "queued", handle: 1, label: "t1" },
      { at: 4, kind: "task done", task: 4, outcome: "result", message: "" },
    );
    expect(graph.map(namesIn)).toEqual(["t2", "t3"]);
  });

  test("shows tasks that wait for each other in a circle, once around", () => {
    const graph = graphOf(
      created(1, "hen"),
      created(2, "egg"),
      waits(1, 2, "Task", 1),
      waits(2, 1, "Task", 1),
    );
    expect(graph.map(namesIn)).toEqual(["hen(egg)", "egg(hen)"]);
  });

  test("goes fifty deep of a chain of ten thousand", () => {
    const numbers = Array.from({ length: 10_000 }, (_, index) => index + 1);
    const [root] = graphOf(
      ...numbers.map((task) => created(task, `t${task}`)),
      ...numbers.map((task) => waits(task, task + 1, "Task", 1)),
    );
    expect(root && namesIn(root)).toMatch(/^t1\(t2\(.*t50\)+$/);
  });

  test("says who holds what a task waits for, now, and by its name when it has ended", () => {
    const tasks = new WaitingTasks();
    const heldBy = () => tasks.graph().map(({ heldBy: holders }) => holders);
    tasks.add([
      created(1, "ann"),
      created(2, "bob"),
      { at: 0, kind: "lock awaited", lock: 7, future: 8 },
      { at: 0, kind: "lock held", lock: 7, by: [1] },
      waits(2, 8, "Lock.acquire", 1),
    ]);
    expect(heldBy()).toEqual([[{ name: "ann", hasEnded: false }]]);
    tasks.add([{ at: 2, kind: "task done", task: 1, outcome: "result", message: "" }]);
    expect(heldBy()).toEqual([[{ name: "ann", hasEnded: true }]]);
    tasks.add([{ at: 3, kind: "lock held", lock: 7, by: [] }]);
    expect(heldBy()).toEqual([[]]);
  });

  test("names a holder that had ended before anybody waited", () => {
    const [bob] = graphOf(
      created(1, "ann"),
      { at: 0, kind: "task done", task: 1, outcome: "result", message: "" },
      created(2, "bob"),
      { at: 1, kind: "lock awaited", lock: 7, future: 8 },
      { at: 1, kind: "lock held", lock: 7, by: [1] },
      waits(2, 8, "Lock.acquire", 1),
    );
    expect(bob?.heldBy).toEqual([{ name: "ann", hasEnded: true }]);
  });

  test("calls a task without a name as CPython does, and by its coroutine", () => {
    expect(graphOf(created(1, "Task-9"), waits(1, 5, "sleep", 0))[0]?.name).toBe("Task-9 · brew");
  });
});

describe("the list", () => {
  test("says what, for how long and where, and a name is text", () => {
    const list = waitingList(
      graphOf(created(1, "<b>tea"), waits(1, 5, "sleep", 1)),
      3.25,
      pageLabelsFor("en"),
    );
    expect(list).toContain("&lt;b&gt;tea");
    expect(list).toContain("sleep, for 2.3 s");
    expect(list).toContain('data-path="app.ts" data-line="7"');
  });

  test.each([
    ["en", "held by &lt;i&gt;ann (has ended), a task that has ended"],
    ["zh-CN", "由 &lt;i&gt;ann（已结束）、一个已结束的任务 持有"],
  ])("says in %s who holds it", (language, expected) => {
    const heldBy = ["<i>ann", ""].map((name) => ({ name, hasEnded: true }));
    const [task] = graphOf(created(1, "tea"), waits(1, 5, "Lock.acquire", 1)) as [WaitingTask];
    expect(waitingList([{ ...task, heldBy }], 2, pageLabelsFor(language))).toContain(expected);
  });

  test("ends after two hundred of ten thousand, and says how many more there are", () => {
    const tasks = Array.from({ length: 10_000 }, (_, index) => index + 1);
    const graph = graphOf(
      ...tasks.map((task) => created(task, `t${task}`)),
      ...tasks.map((task) => waits(task, 20_000 + task, "sleep", 1)),
    );
    const list = waitingList(graph, 2, pageLabelsFor("zh-CN"));
    expect(list.match(/<li><b>/g)).toHaveLength(200);
    expect(list).toContain("另有 9,800 个");
  });
});

test("a filter leaves the events of the tasks with the words in their name, and those of nobody", () => {
  const began = (handle: number): TraceEvent => ({ at: 1, kind: "began", handle });
  const events = [created(1, "Tea"), created(2, "milk"), began(1), began(2), began(9)];
  expect(eventsOfTasks(events, "tea")).toEqual([created(1, "Tea"), began(1), began(9)]);
  expect(eventsOfTasks(events, "")).toBe(events);
});
