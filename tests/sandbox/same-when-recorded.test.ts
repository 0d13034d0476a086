import { describe, expect, test } from "vitest";
import { canSuspend } from "../../src/sandbox/python/can-suspend.ts";
import { RecordedPython } from "./recorded-python.ts";

/** Shows the stack in all the ways that the standard library has, from the module, a task, a callback, an eager task and the end. */
const stacks = `import asyncio, atexit, inspect, logging, sys, time, traceback, tracemalloc, warnings

warnings.simplefilter("always")

def chain():
    frame, names = sys._getframe(), []
    while frame is not None:
        names.append((frame.f_code.co_filename, frame.f_code.co_name))
        frame = frame.f_back
    return names

def show(where):
    print("==", where)
    traceback.print_stack()
    print("".join(traceback.format_stack()), chain(), len(traceback.extract_stack()))
    print([(each.filename, each.function) for each in inspect.stack()])
    for level in range(1, 14):
        warnings.warn(f"level {level}", stacklevel=level)
    logging.warning("a log", stack_info=True)
    for depth in range(14):
        try:
            print(sys._getframe(depth).f_code.co_name)
        except ValueError as error:
            print(error)

def fail():
    try:
        time.sleep("no time")
    except TypeError:
        traceback.print_exc()
    try:
        print("\\udfff")
    except UnicodeEncodeError:
        traceback.print_exc()

async def child(where):
    show(where)
    await asyncio.sleep(0)

async def main():
    show("main")
    task = asyncio.current_task()
    print([frame.f_code.co_name for frame in task.get_stack()], [frame.f_code.co_name for frame in task.get_stack(limit=3)])
    task.print_stack()
    tracemalloc.start(30)
    traced = object()
    print(tracemalloc.get_object_traceback(traced))
    tracemalloc.stop()
    asyncio.get_running_loop().call_soon(show, "a callback")
    asyncio.get_running_loop().call_later(0, show, "a timer")
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        group.create_task(child("a group's task"))
    await asyncio.gather(child("gathered"))
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.create_task(child("an eager task"))

atexit.register(show, "the end")
show("the module")
fail()
asyncio.run(main())
`;

/** Asks Pyodide to suspend CPython, which only a gate may do. */
const suspending = `import asyncio, js
from pyodide.ffi import can_run_sync, run_sync

def attempt(what):
    try:
        print(run_sync(what))
    except BaseException as error:
        print(type(error).__name__, error)

async def main():
    print(can_run_sync(), run_sync.__name__)
    for what in (js.Promise.resolve(1), asyncio.sleep(0, 2), 3):
        attempt(what)
    await asyncio.sleep(0.01)
    print("on")

asyncio.run(main())
`;

const withoutAddresses = (lines: readonly string[]) => lines.join("\n").replaceAll(/0x[0-9a-f]+/g, "0x");

async function outputOf(source: string, how: "run" | "runUnsuspended" | "runUnrecorded"): Promise<string> {
  const python = await RecordedPython.load();
  try {
    python.onSuspended = () => python.gate.handleCommand({ type: "step" });
    expect(await python[how](source)).toBe("");
    return withoutAddresses(python.printed);
  } finally {
    python.dispose();
  }
}

describe.skipIf(!canSuspend())("a program in Python", () => {
  test("finds no frame of ours on its stack, and prints the same whether it is recorded or not", async () => {
    const plain = await outputOf(stacks, "runUnrecorded");
    expect(plain.match(/^== .*$/gm)).toHaveLength(8);
    const files = new Set(Array.from(plain.matchAll(/(?:File "|\(')([^"']*)/g), ([, file]) => file));
    expect([...files].filter((file) => !file?.startsWith("/lib/python314.zip/"))).toEqual(["main.py"]);
    expect(await outputOf(stacks, "run")).toBe(plain);
  });

  test("is not suspended by its own wish, paused or not", async () => {
    const plain = await outputOf(suspending, "runUnrecorded");
    expect(plain).toMatch(/^False run_sync$/m);
    expect(plain.match(/Cannot stack switch/g)).toHaveLength(2);
    expect(await outputOf(suspending, "run")).toBe(plain);
  });
});
