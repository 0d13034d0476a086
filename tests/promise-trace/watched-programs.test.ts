import { describe, expect, test } from "vitest";
import { listExamples, readExample } from "../../src/examples/read-example.ts";
import { Timeline } from "../../src/playground/event-loop-view/timeline.ts";
import { parseEvents } from "../../src/trace/parse-trace.ts";
import { watchProgram } from "./watch-program.ts";

const plain = listExamples()
  .map((path) => readExample(path))
  .filter(({ runtime }) => runtime === "browser")
  .flatMap(({ path, beginning, files, output }) => {
    // Where a reader begins an exercise is no program that prints what it should.
    const wanted = beginning === "plain.ts" ? "solution.ts" : "plain.ts";
    const file = files.find(({ name }) => name === wanted);
    return file === undefined ? [] : [{ path, code: file.code, output }];
  });

describe("a program whose promises are watched", () => {
  test.for(plain)("prints what it always prints: $path", async ({ code, output }) => {
    const { printed, events } = await watchProgram(code, { clock: "virtual" });
    expect(printed).toBe(output);
    for (let start = 0; start < events.length; start += 5_000) {
      expect(() => parseEvents(events.slice(start, start + 5_000))).not.toThrow();
    }
  });

  test.for(plain)(
    "prints the same when the values at its waits are recorded: $path",
    async ({ code, output }) => {
      const { printed } = await watchProgram(code, { clock: "virtual", values: true });
      expect(printed).toBe(output);
    },
  );

  test("has a lane for each async call, below its caller, and is seen to wait for what it waits for", async () => {
    const { events } = await watchProgram(`
      const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      async function load(name: string) { await sleep(5); return name; }
      async function main() { console.log(await Promise.all(["a", "b"].map(load))); }
      await main();
    `);
    const timeline = new Timeline();
    timeline.add(events);
    expect(timeline.isOfPromises).toBe(true);
    const lanes = timeline.tasks.map(
      ({ name, depth, done }) => `${"  ".repeat(depth)}${name} ${done?.outcome}`,
    );
    expect(lanes).toEqual(["plain.ts result", "  main result", "    load result", "    load #2 result"]);
    const waits = timeline.tasks.map(({ intervals }) =>
      intervals.filter(({ doing }) => doing === "waits").map(({ what }) => what),
    );
    expect(waits).toEqual([["main"], ["all"], ["sleep"], ["sleep"]]);
    const names = (task: number) => timeline.lane(task)?.name;
    expect(timeline.wakes.map(({ by, task }) => [names(by), names(task)])).toContainEqual([
      "main",
      "plain.ts",
    ]);
    expect(timeline.wakes.map(({ by, task }) => [names(by), names(task)])).toContainEqual([
      "load #2",
      "main",
    ]);
  });

  test("may look at what was replaced", async () => {
    const { printed } = await watchProgram(`
      const own = async (x: number) => { await x; };
      console.log(setTimeout === globalThis.setTimeout, Promise.prototype.then.name, Promise.all.length);
      console.log(String(Promise.prototype.then), String(Promise.resolve));
      console.log(Promise.resolve(1).constructor === Promise, own(1) instanceof Promise, own.constructor.name);
      console.log(Object.keys(globalThis).includes("$w"), "prototype" in Promise.prototype.then);
      try { await new Promise(undefined as never); } catch (error) { console.log(String(error)); }
      try { Promise.prototype.then.call({} as never); } catch (error) { console.log(String(error)); }
    `);
    expect(printed).toBe(
      [
        "true then 1",
        "function then() { [native code] } function resolve() { [native code] }",
        "true true AsyncFunction",
        "false false",
        "TypeError: Promise resolver undefined is not a function",
        "TypeError: Method Promise.prototype.then called on incompatible receiver #<Object>",
        "",
      ].join("\n"),
    );
  });
});
