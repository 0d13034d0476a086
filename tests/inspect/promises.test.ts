import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { randomProgram } from "../promise-trace/random-program.ts";
import { type Ended, newFile, readTrace, startByCommand, startByCommandAt } from "./inspected.ts";
import { LookingPage } from "./looking-page.ts";

const program = join(import.meta.dirname, "programs/async-functions.ts");
const lines = readFileSync(program, "utf8").split("\n");

async function record(
  ...words: readonly string[]
): Promise<Ended & { readonly events: readonly TraceEvent[] }> {
  const file = newFile();
  const ended = await startByCommand("inspect", "--promises", "--record", file, ...words).ended;
  return { ...ended, events: await readTrace(file) };
}

const told = <K extends TraceEvent["kind"]>(events: readonly TraceEvent[], kind: K) =>
  events.filter((event) => event.kind === kind) as Extract<TraceEvent, { kind: K }>[];

describe("--promises", () => {
  test("gives each call of an async function a lane, below its caller, with the lines where it waits", async () => {
    const { code, events } = await record("async-functions.ts");
    expect(code).toBe(0);
    const calls = told(events, "task created");
    const nameOf = (number: number) => calls.find(({ task }) => task === number)?.name;
    expect(calls.map(({ name, parent }) => [name, nameOf(parent)])).toEqual([
      ["async-functions.ts", undefined],
      ["main", "async-functions.ts"],
      ["brew", "main"],
      ["brew #2", "main"],
    ]);
    const waits = told(events, "waits").map(({ task, what, frames: [frame] }) => [
      nameOf(task),
      what,
      lines[(frame?.line ?? 0) - 1]?.trim(),
    ]);
    expect(waits).toContainEqual(["brew", "sleep", "await sleep(milliseconds);"]);
    expect(waits).toContainEqual(["main", "all", lines.find((line) => line.includes("Promise.all"))?.trim()]);
    const [coffee, tea] = told(events, "task done").map(({ task }) => nameOf(task));
    expect([coffee, tea]).toEqual(["brew #2", "brew"]);
    expect(told(events, "output").map(({ text, frames: [frame] }) => [text, frame?.path])).toEqual([
      ["[ 'tea is ready', 'coffee is ready' ]", "async-functions.ts"],
      ["  await sleep(milliseconds);", "async-functions.ts"],
    ]);
  });

  test("shows an error where its author wrote it, and that nobody handled it", async () => {
    const { code, errors, events } = await record("async-functions.ts", "fails");
    expect(code).toBe(1);
    const line = lines.findIndex((text) => text.includes("it broke"));
    expect(errors).toContain(
      `async-functions.ts:${line + 1}:${(lines[line] ?? "").indexOf("new Error") + 1}`,
    );
    expect(errors).toContain(lines[line]);
    expect(errors).not.toMatch(/Watcher|Experimental/);
    expect(told(events, "rejection unhandled")).toMatchObject([{ message: "Error: it broke" }]);
  });

  test("leaves a program alone that has no async function of its own", async () => {
    const { code, output } = await record("waits.ts", "alone");
    expect({ code, output }).toEqual({ code: 0, output: "tea is ready alone\n" });
  });

  test("shows a page all from the beginning, and does not let it drive", async () => {
    const inspected = startByCommand("inspect", "--promises", "async-functions.ts", "goes on");
    const [, address = ""] = await inspected.until(/watch the program at (\S+)/);
    await inspected.until(/coffee is ready/);
    const page = await LookingPage.open(address);
    await page.until(({ type, promises }) => type === "program" && promises === true);
    await page.untilEvent(({ kind }) => kind === "output");
    expect(page.events[0]?.kind).toBe("promises watched");
    expect(told(page.events, "task created").map(({ name }) => name)).toContain("brew #2");
    expect(await page.send({ type: "pause" })).toBe(204);
    const before = page.events.length;
    await page.until(() => page.events.slice(before).some(({ kind }) => kind === "task done"));
    page.leave();
    inspected.process.kill("SIGTERM");
    await inspected.ended;
  });
});

describe("a program whose promises are watched", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "asyncio-ts-promises-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** What it prints by itself, and watched. */
  async function both(file: string): Promise<[alone: string, watched: string]> {
    const alone = startByCommandAt(folder, "inspect", "--record", join(folder, "alone.json"), file);
    const trace = join(folder, "watched.json");
    const watched = startByCommandAt(folder, "inspect", "--promises", "--record", trace, file);
    return [(await alone.ended).output, (await watched.ended).output];
  }

  test("prints what it prints otherwise, whatever it does with promises", async () => {
    const count = 300;
    for (let seed = 0; seed < count; seed++) {
      writeFileSync(
        join(folder, `p${seed}.mjs`),
        `export default async function program(log) {\n${randomProgram(70_000 + seed)}\n}\n`,
      );
    }
    const host = pathToFileURL(join(import.meta.dirname, "../promise-trace/simulated-host.ts")).href;
    writeFileSync(
      join(folder, "main.mjs"),
      `import { inspect } from "node:util";
import { SimulatedHost } from ${JSON.stringify(host)};
Error.stackTraceLimit = 0;
const host = new SimulatedHost(setImmediate);
Object.assign(globalThis, { setTimeout: host.setTimeout, clearTimeout: host.clearTimeout });
const print = (...values) => console.log(values.map((one) => (one instanceof Error ? String(one) : inspect(one))).join(" "));
process.on("unhandledRejection", (reason) => print("unhandled", reason));
for (let seed = 0; seed < ${count}; seed++) {
  const { default: program } = await import(\`./p\${seed}.mjs\`);
  await new Promise((resolve) => {
    program(print);
    host.runOut(resolve);
  });
}
`,
    );
    const [alone, watched] = await both("main.mjs");
    expect(alone.split("\n").length).toBeGreaterThan(count);
    expect(watched).toBe(alone);
  });

  test("has the timers, hashbangs, depths, children and last words that it has otherwise", async () => {
    writeFileSync(
      join(folder, "main.mjs"),
      `#!/usr/bin/env node
import { fork } from "node:child_process";
import { once } from "node:events";
import "./deep.mjs";
if (process.send !== undefined) {
  process.send("from the child");
} else {
  await new Promise((resolve) => setInterval(function () { clearInterval(this); resolve(); }, 1));
  let times = 0;
  console.log({ toString: () => "x", [Symbol.for("nodejs.util.inspect.custom")]: () => "shown " + ++times });
  console.log(times, console.log.name);
  const child = fork(process.argv[1], { env: { PATH: process.env.PATH } });
  console.log((await once(child, "message"))[0]);
  process.on("exit", () => console.log("last words"));
}
`,
    );
    writeFileSync(join(folder, "deep.mjs"), `console.log((${"'a'+".repeat(2_500)}'').length);\n`);
    const [alone, watched] = await both("main.mjs");
    expect(alone).toMatch(/^2500\nshown 1\n1 log\n2500\nfrom the child\nlast words\n$/);
    expect(watched).toBe(alone);
    const events = await readTrace(join(folder, "watched.json"));
    // What is printed before anything has a lane is not in it.
    expect(told(events, "output").map(({ text }) => text)).toEqual([
      "shown 1",
      "1 log",
      "from the child",
      "last words",
    ]);
  });

  test("has lanes under the names of their files", async () => {
    writeFileSync(join(folder, "ü #?.mjs"), "await 1;\n");
    writeFileSync(join(folder, "main.mjs"), 'await import("./%C3%BC%20%23%3F.mjs?x=1");\n');
    await both("main.mjs");
    const events = await readTrace(join(folder, "watched.json"));
    expect(told(events, "task created").map(({ name }) => name)).toEqual(["main.mjs", "ü #?.mjs"]);
  });

  test("has its CommonJS and its packages as they are", async () => {
    const packageFolder = join(createRequire(import.meta.url).resolve("asyncio-ts/package.json"), "..");
    writeFileSync(
      join(folder, "old.cjs"),
      "module.exports = async () => 'old';\nmodule.exports.text = String(module.exports);\n",
    );
    const modules = join(folder, "node_modules");
    symlinkSync(join(packageFolder, ".."), modules, "junction");
    writeFileSync(
      join(folder, "main.mjs"),
      'import old from "./old.cjs";\nimport { run, sleep } from "./node_modules/async-primitives/dist/index.js";\nconsole.log(old.text, await old(), String(sleep).length, await run(sleep(0, 5)));\n',
    );
    const [alone, watched] = await both("main.mjs");
    expect(alone).toMatch(/^async \(\) => 'old' old \d+ 5\n$/);
    expect(watched).toBe(alone);
  });
});
