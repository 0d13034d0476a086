import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { examplesFolder, listExamples, readExample } from "../../src/examples/read-example.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { recordProgram, recordPromises } from "./record-program.ts";

const record = (path: string) => recordProgram(join(examplesFolder(), path, "main.ts"));
const told = <K extends TraceEvent["kind"]>(trace: readonly TraceEvent[], kind: K) =>
  trace.filter((event) => event.kind === kind) as Extract<TraceEvent, { kind: K }>[];

describe("recording an example", () => {
  test("tells when and where its task waits, on virtual time", async () => {
    const trace = await record("coroutines/say-after");
    const code = readExample("coroutines/say-after").files.find(({ name }) => name === "main.ts")?.code ?? "";
    const waits = told(trace, "waits");
    expect(waits.map(({ at, what }) => `${what} at ${at}`)).toEqual(["sleep at 0", "sleep at 1"]);
    for (const { frames } of waits) {
      const lines = frames.map(({ path, line }) =>
        path === "main.ts" ? code.split("\n")[line - 1]?.trim() : path,
      );
      expect(lines[0]).toContain("sleep(");
      expect(lines[1]).toContain("sayAfter(");
    }
    expect(told(trace, "output").map(({ at, text }) => [at, text])).toEqual([
      [1, "hello"],
      [3, "world"],
      [3, "took 3.0 s"],
    ]);
    expect(told(trace, "task created")).toHaveLength(1);
    expect(told(trace, "scope closed")).toMatchObject([{ outcome: "result" }]);
  });

  test("is the same every time, also where an example blocks the loop", async () => {
    const path = listExamples().find((name) => name.endsWith("exercise-1-find-the-block")) ?? "";
    const trace = await record(path);
    expect(await record(path)).toEqual(trace);
    const longest = Math.max(
      ...told(trace, "began").map(({ at, handle }) => {
        const end = told(trace, "ended").find((event) => event.handle === handle && event.at >= at);
        return (end?.at ?? at) - at;
      }),
    );
    expect(longest).toBeGreaterThan(0.05);
  });

  test("ends a program that never ends, and says so", async () => {
    const folder = mkdtempSync(join(tmpdir(), "asyncio-ts-endless-"));
    writeFileSync(join(folder, "main.ts"), "setInterval(() => {}, 1_000);");
    await expect(recordProgram(join(folder, "main.ts"), 1_000)).rejects.toThrow(
      "main.ts: expected a program that ends, found none that did within 1 s",
    );
    rmSync(folder, { recursive: true });
  });

  test("says what went wrong when the program fails", async () => {
    await expect(recordProgram(join(examplesFolder(), "coroutines/say-after/missing.ts"))).rejects.toThrow(
      "missing.ts",
    );
  });
});

describe("recording a program of plain promises", () => {
  const code = `
    const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
    async function load(name: string): Promise<void> {
      await sleep(200);
      console.log(name, String(load).includes("await sleep(200);"));
    }
    const beat = setInterval(() => console.log("beat"), 150);
    await Promise.all(["a", "b"].map(load));
    clearInterval(beat);
    setImmediate(() => console.log("a turn of its own"));
    setTimeout(() => console.log("a timer"), 10);
    for (const end = performance.now() + 100; performance.now() < end; ) {}
  `;
  const folder = mkdtempSync(join(tmpdir(), "asyncio-ts-plain-"));
  const file = join(folder, "plain.ts");

  afterAll(() => rmSync(folder, { recursive: true }));

  test("tells of its calls, timers and output on virtual time, and the same every time", async () => {
    writeFileSync(file, code);
    const trace = await recordPromises(file);
    expect(await recordPromises(file)).toEqual(trace);
    expect(told(trace, "task created").map(({ name }) => name)).toEqual(["plain.ts", "load", "load #2"]);
    const output = told(trace, "output").map(({ at, text, frames }) => [
      at.toFixed(1),
      text,
      frames[0]?.line,
    ]);
    expect(output).toEqual([
      ["0.1", "beat", 7],
      ["0.2", "a true", 5],
      ["0.2", "b true", 5],
      ["0.3", "a turn of its own", 10],
      ["0.3", "a timer", 11],
    ]);
  });

  test("has nothing in it of the promises of Node's own loader", async () => {
    writeFileSync(file, "export {};");
    const kinds = (await recordPromises(file)).map(({ kind }) => kind);
    expect(kinds).toEqual(["promises watched", "task created", "began", "task done", "ended"]);
  });

  test("says that nobody caught an error", async () => {
    writeFileSync(file, 'void Promise.reject(new Error("lost"));');
    await expect(recordPromises(file)).rejects.toThrow("plain.ts");
  });
});
