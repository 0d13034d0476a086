import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { coreEvents } from "../../src/trace/core-events.ts";
import { parseTrace } from "../../src/trace/parse-trace.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { findAllPythons } from "../examples/find-python.ts";
import { recorder } from "../examples/record-in-python.ts";

const pythons = findAllPythons();
if (pythons.length === 0) {
  console.warn("No CPython here: asyncio_trace.py is not tested.");
}
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "asyncio-trace-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function record(python: string, code: string, ...options: string[]) {
  writeFileSync(join(folder, "app.py"), code);
  const words = ["-B", recorder, ...options, "-o", "trace.json", "app.py", "an argument"];
  const { status, stdout, stderr } = spawnSync(python, words, { cwd: folder, encoding: "utf8" });
  return { status, stdout: stdout.replaceAll("\r\n", "\n"), stderr };
}

/** What the program that was recorded last comes to without a recorder. */
function runAlone(python: string) {
  const { status, stdout, stderr } = spawnSync(python, ["-B", "app.py", "an argument"], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout: stdout.replaceAll("\r\n", "\n"), stderr };
}

function readEvents(): TraceEvent[] {
  const events = parseTrace(JSON.parse(readFileSync(join(folder, "trace.json"), "utf8")));
  expect(events).toBeDefined();
  return events as TraceEvent[];
}

const toldOf = (events: readonly TraceEvent[]) => coreEvents(events).map(({ at, deed }) => `${at} ${deed}`);

const everything = `
import asyncio, sys

async def brew(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def main():
    print(sys.argv[1:])
    try:
        async with asyncio.timeout(0.5):
            await asyncio.gather(brew(0.2), brew(5))
    except TimeoutError:
        print("too slow")
    async with asyncio.TaskGroup() as group:
        group.create_task(brew(0.1))
    task = asyncio.create_task(brew(9), name="tea")
    await asyncio.sleep(0)
    task.cancel("enough")
    await asyncio.wait([task])

asyncio.run(main())
`;

const failing = `
import asyncio

async def main():
    try:
        await asyncio.gather(asyncio.sleep(0), asyncio.wait_for(asyncio.sleep(1), 0))
    except TimeoutError as error:
        raise ValueError("no tea") from error

asyncio.run(main())
`;

const threaded = `
import asyncio, threading

begun, end = threading.Event(), threading.Event()

def wait():
    begun.set()
    end.wait()

async def main():
    asyncio.get_running_loop().run_in_executor(None, wait)
    begun.wait()
    threading.Timer(0.2, end.set).start()

asyncio.run(main())
`;

describe.each(pythons)("asyncio_trace.py in CPython $version", ({ command, version }) => {
  test.each([
    ["an error with a cause", failing],
    ["no Python", "def f(:"],
    [
      "a hook for errors",
      'import sys\nsys.excepthook = lambda kind, *_: print("hook", kind.__name__)\n1 / 0',
    ],
    ["a thread that outlives its program", threaded],
  ])("says of %s what the interpreter says", (_, code) => {
    for (const options of [[], ["--virtual"]]) {
      const run = record(command, code, ...options);
      expect(run).toEqual(runAlone(command));
    }
  });

  test("tells tasks, waits, timers, scopes and cancellations, and changes nothing that is printed", () => {
    const run = record(command, everything, "--virtual");
    expect(run).toEqual({ status: 0, stdout: "['an argument']\ntoo slow\n", stderr: "" });
    const events = readEvents();
    const told = toldOf(events);
    expect(told.slice(0, 31)).toEqual([
      "0 scope 1 opened by callback: run ",
      "0 task 1 joins scope 1",
      "0 queued task 1",
      "0 began task 1",
      "0 task 1 prints ['an argument']",
      "0 timer 1 set for 0.5",
      "0 scope 2 opened by task 1: timeout 0.5",
      "0 queued task 2",
      "0 queued task 3",
      "0 scope 3 opened by task 1: gather ",
      "0 task 2 joins scope 3",
      "0 task 3 joins scope 3",
      "0 task 1 waits for scope 3",
      "0 began task 2",
      "0 timer 2 set for 0.2",
      "0 task 2 waits for future 1",
      "0 began task 3",
      "0 timer 3 set for 5",
      "0 task 3 waits for future 2",
      "0.2 timer fired timer 2",
      "0.2 began timer 2",
      "0.2 queued task 2",
      "0.2 began task 2",
      "0.2 queued callback",
      "0.2 task 2 done: result",
      "0.2 began callback",
      "0.5 timer fired timer 1",
      "0.5 began timer 1",
      "0.5 task 1 cancelled by callback",
      "0.5 scope 3 cancelled by callback",
      "0.5 task 3 cancelled by callback",
    ]);
    expect(told).toContain("0.6 task 5 cancelled by task 1");
    expect(told.at(-1)).toBe("0.6 task 1 done: result");
    expect(events).toContainEqual(
      expect.objectContaining({ kind: "task done", outcome: "cancelled", message: "enough" }),
    );
    const [wait] = events.filter(({ kind }) => kind === "waits").slice(1);
    expect(wait).toMatchObject({ what: "sleep", frames: [{ caller: "brew", path: "app.py", line: 5 }] });
  });

  test("gives the same trace at every run on virtual time", () => {
    record(command, everything, "--virtual");
    const first = readFileSync(join(folder, "trace.json"), "utf8");
    record(command, everything, "--virtual");
    expect(readFileSync(join(folder, "trace.json"), "utf8")).toBe(first);
  });

  test("has no part in the traceback of what asyncio raises, and cuts texts as JavaScript counts", () => {
    const code = `
import asyncio, traceback
async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    try:
        future.set_result(2)
    except Exception:
        traceback.print_exc()
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(1)
    except TimeoutError:
        traceback.print_exc()
    asyncio.current_task().set_name("x" * 118 + "\\U0001f600" * 2)
    await asyncio.sleep(0)
asyncio.run(main())
`;
    const { status, stderr } = record(command, code, "--virtual");
    expect(status).toBe(0);
    expect(stderr).toMatch(/InvalidStateError[^$]*TimeoutError/);
    expect(stderr).not.toContain("asyncio_trace");
    const labels = readEvents().flatMap((event) => (event.kind === "queued" ? [event.label] : []));
    expect(labels).toContain(`${"x".repeat(118)}…`);
  });

  test("keeps so many events as it is told to, and says that there were more", () => {
    const run = record(command, everything, "--virtual", "--most", "10");
    expect(readEvents()).toHaveLength(10);
    expect(run.stderr).toBe("asyncio_trace: only the first 10 events were kept\n");
  });

  test("takes itself off when it keeps no more, whichever event that is, and the program does what it did", () => {
    const words = ["-B", join(import.meta.dirname, "until_full.py"), join(recorder, "..")];
    const { status, stdout, stderr } = spawnSync(command, words, { cwd: folder, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(Number(stdout)).toBeGreaterThan(200);
  });

  test("has no part in the stack of a task", () => {
    const code = `
import asyncio, sys

async def look():
    task = asyncio.current_task()
    for limit in (0, 1, 2, 4):
        print([frame.f_code.co_name for frame in task.get_stack(limit=limit)])
    print([name for name in (frame.f_code.co_filename for frame in task.get_stack()) if "asyncio_trace" in name])
    task.print_stack(limit=4, file=sys.stdout)

async def fail():
    await asyncio.sleep(0)
    1 / 0

async def main():
    await asyncio.create_task(look())
    failed = asyncio.create_task(fail())
    await asyncio.wait([failed])
    for limit in (None, 0, 1):
        print([frame.f_code.co_name for frame in failed.get_stack(limit=limit)])
    print(repr(failed.exception()))

asyncio.run(main())
`;
    const recorded = record(command, code);
    const bare = spawnSync(command, ["-B", "app.py"], { cwd: folder, encoding: "utf8" });
    expect(recorded).toEqual({ status: 0, stdout: expect.any(String), stderr: "" });
    // The recorder names the program as it was named to it.
    const told = (text: string) => text.replaceAll("\r\n", "\n").replaceAll(/[^"\s]*app\.py/g, "app.py");
    expect(told(recorded.stdout)).toBe(told(bare.stdout));
    expect(recorded.stdout).toContain("'_run_once', '_run', 'look']");
  });

  test("writes the trace of a program that fails, and fails as it does", () => {
    const run = record(
      command,
      "import asyncio\nasync def main():\n    raise SystemExit(3)\nasyncio.run(main())",
    );
    expect(run.status).toBe(3);
    expect(readEvents()).toContainEqual(expect.objectContaining({ kind: "task done", outcome: "exception" }));
  });

  test("records sockets, threads and several loops in the time of the machine", () => {
    const code = `
import asyncio

async def serve(reader, writer):
    writer.write(await reader.readline())
    writer.close()

async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"hello\\n")
    print(await reader.readline())
    print(await asyncio.to_thread(sum, [1, 2]))
    writer.close()
    server.close()

asyncio.run(main())
asyncio.run(asyncio.sleep(0))
`;
    expect(record(command, code)).toEqual({ status: 0, stdout: "b'hello\\n'\n3\n", stderr: "" });
    const events = readEvents();
    const waits = events.flatMap((event) => (event.kind === "waits" ? [event.what] : []));
    expect(waits).toEqual(expect.arrayContaining(["StreamReader.read", "run_in_executor", "sleep"]));
    const moments = events.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
    expect(
      events.filter((event) => event.kind === "scope closed" && event.outcome === "result").length,
    ).toBeGreaterThan(1);
  });

  test("keeps no task alive whose exception nobody retrieves, and lets the loop refuse what is no time", () => {
    const code = `
import asyncio

async def boom():
    raise KeyError("lost")

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"]))
    asyncio.create_task(boom())
    await asyncio.sleep(0.01)
    print("after")
    loop.call_at("soon", print)
    print("called")

asyncio.run(main())
`;
    const bare = spawnSync(command, ["-c", code], { encoding: "utf8" });
    expect(bare.stdout).toBe("Task exception was never retrieved\nafter\ncalled\n");
    expect(record(command, code).stdout).toBe(bare.stdout);
  });

  test.skipIf(version < 312)("tells a task that starts eagerly", () => {
    const code = `
import asyncio

async def job():
    print("at once")
    await asyncio.sleep(0)

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(job(), name="job")
    print(type(task) is asyncio.Task, isinstance(task, asyncio.Future))
    await task

asyncio.run(main())
`;
    expect(record(command, code, "--virtual").stdout).toBe("at once\nTrue True\n");
    const told = toldOf(readEvents());
    expect(told.slice(told.indexOf("0 began task 2")).slice(0, 3)).toEqual([
      "0 began task 2",
      "0 task 2 prints at once",
      "0 task 2 waits for its turn",
    ]);
  });
});

test.skipIf(pythons.length === 0)("is of use inside a program, and leaves asyncio as it was", () => {
  const code = `
import asyncio, sys
sys.path.insert(0, ${JSON.stringify(join(recorder, ".."))})
before = asyncio.Task, asyncio.BaseEventLoop.create_future, sys.stdout
import asyncio_trace
with asyncio_trace.recording("part.json", virtual=True, most=1000):
    asyncio.run(asyncio.sleep(3600))
print(before == (asyncio.Task, asyncio.BaseEventLoop.create_future, sys.stdout))
`;
  writeFileSync(join(folder, "part.py"), code);
  const { stdout } = spawnSync(pythons[0]?.command ?? "", ["-B", "part.py"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(stdout.trim()).toBe("True");
  expect(existsSync(join(folder, "part.json"))).toBe(true);
});
