import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findPython } from "./find-python.ts";
import { runProgram } from "./run-program.ts";

const python = findPython();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "virtual-time-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function runVirtually(file: string, code: string): Promise<string> {
  writeFileSync(join(folder, file), code);
  return runProgram(
    file.endsWith(".py") ? (python?.command ?? "") : process.execPath,
    file,
    folder,
    "virtual",
  );
}

test("waits for no timer of Node, and calls them in the order of their moments", async () => {
  const code = `
    const hour = 3_600_000;
    const start = performance.now();
    setTimeout(() => console.log("in two hours"), 2 * hour);
    const ticking = setInterval(() => console.log("tick"), 0.4 * hour);
    setTimeout((what: string) => console.log(what), hour, "in an hour");
    clearTimeout(setTimeout(() => console.log("never"), 1));
    AbortSignal.timeout(1.1 * hour).onabort = () => clearInterval(ticking);
    process.on("exit", () => console.log(Math.round((performance.now() - start) / hour)));`;
  expect(await runVirtually("main.ts", code)).toBe("tick\ntick\nin an hour\nin two hours\n2\n");
});

test("lets what a timer made ready come before the next timer of Node", async () => {
  const code = `
    setTimeout(() => setImmediate(() => setImmediate(() => console.log("ready"))), 1);
    setTimeout(() => console.log("next"), 2);`;
  expect(await runVirtually("main.ts", code)).toBe("ready\nnext\n");
});

test("lets time go by for a program in Node that is busy until some moment", async () => {
  const code = `
    const end = performance.now() + 500;
    setTimeout(() => console.log("late"), 100);
    while (performance.now() < end);
    console.log("no longer busy");`;
  expect(await runVirtually("main.ts", code)).toBe("no longer busy\nlate\n");
});

test("ends a program in Node that asks again and again for what never comes", async () => {
  const running = runVirtually("main.ts", 'setInterval(() => {}, 10);\nconsole.log("begun");');
  await expect(running).rejects.toThrow("expected a program that ends");
});

test.skipIf(python === undefined)("waits for no timer of CPython's loop, nor for a sleep", async () => {
  const code = `
import asyncio, time

async def say_after(hours, what):
    await asyncio.sleep(hours * 3600)
    print(what)

async def main():
    start = time.monotonic()
    await asyncio.gather(say_after(2, "in two hours"), say_after(1, "in an hour"))
    time.sleep(3600)
    end = time.monotonic() + 1
    while time.monotonic() < end:
        pass
    print(round((time.monotonic() - start) / 3600))

asyncio.run(main())`;
  expect(await runVirtually("main.py", code)).toBe("in an hour\nin two hours\n3\n");
});
