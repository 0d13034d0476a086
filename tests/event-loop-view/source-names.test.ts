import { expect, test } from "vitest";
import { shortTitleOf, titleOf } from "../../src/playground/event-loop-view/lane.ts";
import { SourceNames } from "../../src/playground/event-loop-view/source-names.ts";
import { Timeline } from "../../src/playground/event-loop-view/timeline.ts";
import { at } from "./traces.ts";

const path = "main.ts";

/** What a line says of the task that is made in it, at a column or at one that nobody knows. */
function nameIn(line: string, column = line.indexOf("createTask(") + 1, file = path) {
  return new SourceNames(() => `// The first line.\n${line}\n`).of([
    { caller: "createTask", path: "asyncio-ts", line: 1, column: 1 },
    { caller: "main", path: file, line: 2, column },
  ]);
}

test.each([
  ['  const hello = createTask(sayAfter(1, "hello"));', "hello", "sayAfter"],
  ["  let task: Task<void> = createTask(worker());", "task", "worker"],
  ["  const tea = group.createTask(kettle.boil(2));", "tea", "boil"],
  ["  this.#reader = loop.createTask(this.#read());", "reader", "read"],
  ["    hello = asyncio.create_task(say_after(1, 'hello'))", "hello", "say_after"],
  ["  tasks.push(createTask(worker()));", "", "worker"],
  ["  const result = yield* createTask(worker());", "", "worker"],
  ["  const made = createTask(coroutine);", "made", ""],
  ["  const both = gather(first(), second());", "", ""],
  ["  if (isReady == createTask(worker())) {", "", "worker"],
  ["  const 茶 = createTask(煮());", "茶", "煮"],
  ["  let a: Task<number>, b = createTask(f(1));", "b", "f"],
  ["  default: a = createTask(f());", "a", "f"],
  ["function* g(k: number, job = createTask(f(k))) {", "job", "f"],
  ["  const id = createTask(f(1)).done();", "", "f"],
  ["  const isDone = createTask(this.#f(1)).done();", "", "f"],
  ["    task: asyncio.Task[int] = asyncio.create_task(f(1))", "task", "f"],
  ["    if ready: first = asyncio.create_task(f(1))", "first", "f"],
  ["    else: second = asyncio.create_task(f(1))", "second", "f"],
  ["    name = asyncio.create_task(f(2)).get_name()", "", "f"],
  ["    r = await asyncio.shield(f(1))  # not: ghost = asyncio.create_task(g(1))", "", ""],
  ["    for c in asyncio.as_completed([f(14)]): c  # c = asyncio.create_task(g())", "", ""],
  ["    print('x = create_task(f())')", "", ""],
])("in `%s` a task is kept as %j and runs %j", (line, variable, called) => {
  expect(nameIn(line)).toEqual({ variable, called });
});

test("of two tasks that are made in one line, the column tells them apart", () => {
  const line = "const a = createTask(first()), b = createTask(second());";
  expect(nameIn(line, 11)).toEqual({ variable: "a", called: "first" });
  expect(nameIn(line, 36)).toEqual({ variable: "b", called: "second" });
  expect(nameIn(line, 0)).toEqual({ variable: "", called: "" });
});

test("a column of the compiled program does not matter in a line that makes one task", () => {
  const line = "  const crawling = createTask(crawl()); // createTask(nobody())";
  expect(nameIn(line, 32)).toEqual({ variable: "crawling", called: "crawl" });
});

test("a task that a gather makes is not what stands beside it", () => {
  const line = "const [a] = yield* gather(createTask(first()), second());";
  expect(nameIn(line, 20)).toEqual({ variable: "", called: "" });
  expect(nameIn(line, 27)).toEqual({ variable: "", called: "first" });
  expect(nameIn("await asyncio.gather(asyncio.create_task(first()), second())").called).toBe("");
});

test("nothing is read in lines of monstrous length, nor where there is no such line", () => {
  expect(nameIn(`const a = ${" ".repeat(1_000)}createTask(first());`)).toEqual({ variable: "", called: "" });
  expect(new SourceNames(() => undefined).of([])).toEqual({ variable: "", called: "" });
  expect(new SourceNames(() => "one line").of([{ caller: "", path, line: 1e9, column: -3 }])).toEqual({
    variable: "",
    called: "",
  });
});

/** Tasks that are made in these lines, one after the other. */
function lanesOf(source: string, ...lines: number[]) {
  const timeline = new Timeline(() => source);
  timeline.add(
    at(
      0,
      ...lines.map((line, index) => ({
        kind: "task created" as const,
        task: index + 1,
        name: `Task-${index + 2}`,
        parent: 0,
        frames: [{ caller: "main", path, line, column: 0 }],
      })),
    ),
  );
  return timeline.tasks;
}

test("a task has its name from its first moment on: that of its variable, and its function's", () => {
  const [hello, other] = lanesOf(
    "const hello = createTask(sayAfter(1));\nlist.push(createTask(tea()));",
    1,
    2,
  );
  expect(hello && [titleOf(hello), shortTitleOf(hello)]).toEqual(["hello · sayAfter", "hello"]);
  expect(other && [titleOf(other), shortTitleOf(other)]).toEqual(["Task-3 · tea", "Task-3 · tea"]);
});

test("a variable that keeps one task after the other is the name of none", () => {
  const titles = lanesOf("const task = createTask(worker());", 1, 1, 1).map(titleOf);
  expect(titles).toEqual(["Task-2 · worker", "Task-3 · worker", "Task-4 · worker"]);
});

test("a variable with the name of its function says it once", () => {
  expect(lanesOf("const tea = createTask(tea());", 1).map(titleOf)).toEqual(["tea"]);
});

test("in a saved run the names of the source are kept, however long a stranger makes them", () => {
  const timeline = new Timeline();
  const created = { kind: "task created" as const, parent: 0, frames: [] };
  timeline.add(
    at(
      0,
      { ...created, task: 1, name: "Task-2", source: "hello sayAfter" },
      { ...created, task: 2, name: "Task-3", source: "x".repeat(2_000) },
    ),
  );
  const [hello, long] = timeline.tasks.map(titleOf);
  expect(hello).toBe("hello · sayAfter");
  expect(long?.length).toBeLessThanOrEqual(120);
});
