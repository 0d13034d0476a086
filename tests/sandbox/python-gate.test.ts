import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { canSuspend } from "../../src/sandbox/python/can-suspend.ts";
import { RecordedPython } from "./recorded-python.ts";

const sleepy = `import asyncio

async def brew(name, seconds):
    await asyncio.sleep(seconds)
    print(name)

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    await asyncio.gather(brew("tea", 7200), brew("coffee", 3600))
    print("hours:", round((loop.time() - start) / 3600))

asyncio.run(main())
print("the end")`;

const eager = `import asyncio

async def child():
    print("child")
    await asyncio.sleep(0)

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(child())
    print("main")
    await task

asyncio.run(main())`;

let python: RecordedPython;
const count = (kind: string) => python.events.filter((event) => event.kind === kind).length;

// Node 24 is the first one that can suspend WebAssembly.
describe.skipIf(!canSuspend())("a program in Python that is recorded", () => {
  beforeEach(async () => {
    python = await RecordedPython.load();
  });
  afterEach(() => python.dispose());

  test("is stepped to its end, one callback at a time, and prints what it prints; its time jumps to the timers", async () => {
    python.gate.handleCommand({ type: "pause" });
    const began: number[] = [];
    const ended: number[] = [];
    python.onSuspended = () => {
      began.push(count("began"));
      ended.push(count("ended"));
      python.gate.handleCommand({ type: "step" });
    };
    expect(await python.run(sleepy)).toBe("");
    expect(python.printed).toEqual(["coffee", "tea", "hours: 2", "the end"]);
    // Where the loop waits the same number comes again.
    expect([...new Set(ended)]).toEqual(Array.from({ length: count("ended") }, (_, step) => step));
    expect(began).toEqual(ended);
  });

  test("is held before its first callback, and after the one that prints", async () => {
    python.gate.handleCommand({ type: "pause" });
    const printed: (readonly string[])[] = [];
    python.onSuspended = () => {
      printed.push(python.printed);
      python.gate.handleCommand({ type: "step to output" });
    };
    expect(await python.run(eager)).toBe("");
    expect(printed).toEqual([[], ["child", "main"]]);
  });

  test("has no step for a task that starts inside of one", async () => {
    python.gate.handleCommand({ type: "pause" });
    const printed: (readonly string[])[] = [];
    python.onSuspended = () => {
      printed.push(python.printed);
      python.gate.handleCommand({ type: "step" });
    };
    expect(await python.run(eager)).toBe("");
    const all = ["child", "main"];
    // Then the child goes on, its maker does, and the loop hears that this has ended.
    expect(printed).toEqual([[], all, all, all]);
  });

  test("goes on where CPython cannot be suspended, which is said once", () => {
    python.gate.handleCommand({ type: "pause" });
    expect(python.runUnsuspended(eager)).toBe("");
    expect(python.printed).toEqual(["child", "main"]);
    expect(python.undriven).toBe(1);
  });
});
