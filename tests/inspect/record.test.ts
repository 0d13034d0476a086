import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { layOut } from "../../src/playground/event-loop-view/axis.ts";
import { draw } from "../../src/playground/event-loop-view/draw.ts";
import { titleOf } from "../../src/playground/event-loop-view/lane.ts";
import { Timeline } from "../../src/playground/event-loop-view/timeline.ts";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import { type TraceEvent, traceLimits } from "../../src/trace/trace.ts";
import { newFile, readTrace, startByCommand, startWithPreload } from "./inspected.ts";

const linesOf = (program: string) =>
  readFileSync(join(import.meta.dirname, "programs", program), "utf8").split("\n");

const told = <K extends TraceEvent["kind"]>(trace: readonly TraceEvent[], kind: K) =>
  trace.filter((event) => event.kind === kind) as Extract<TraceEvent, { kind: K }>[];

async function record(...words: readonly string[]) {
  const file = newFile();
  const ended = await startByCommand("inspect", "--record", file, ...words).ended;
  return { file, ...ended };
}

describe("a trace that is recorded", () => {
  test("is drawn by the site's view, with the lines of the program", async () => {
    const { file, code, output } = await record("waits.ts", "with", "--words");
    expect({ code, output }).toEqual({ code: 0, output: "tea is ready with --words\n" });
    const events = await readTrace(file);
    const [onTea, asleep] = told(events, "waits").map(({ what, frames: [frame] }) => ({ what, frame }));
    expect([onTea?.what, asleep?.what]).toEqual(["Task", "sleep"]);
    const lines = linesOf("waits.ts");
    expect(lines[(onTea?.frame?.line ?? 0) - 1]).toContain("yield* tea");
    expect(lines[(asleep?.frame?.line ?? 0) - 1]).toContain("yield* sleep");
    const timeline = new Timeline();
    timeline.add(events);
    expect(timeline.tasks.map(titleOf)).toEqual(["Task-1 · main", "tea"]);
    const picture = draw({
      timeline,
      axis: layOut(timeline.moments, timeline.end.at, 800),
      viewport: { from: 0, to: 1, width: 800, top: 0, rows: 2 },
      words: viewLabelsFor("en"),
      id: "view",
      now: timeline.end,
    });
    expect(picture).toContain(">tea</text>");
    expect(picture).toContain("tea is ready with --words");
  });

  test("is the same by `node --import` and the environment", async () => {
    const file = newFile();
    const { code, output } = await startWithPreload(["waits.ts", "words"], {
      ASYNCIO_TS_INSPECT_RECORD: file,
    }).ended;
    expect({ code, output }).toEqual({ code: 0, output: "tea is ready words\n" });
    expect(told(await readTrace(file), "task done")).toHaveLength(2);
  });

  test.each([
    ["throws", 1],
    ["exits", 7],
    ["is killed", 137],
  ])("has all up to the end of a program that %s, and its exit code", async (way, expected) => {
    const { file, code } = await record("dies.ts", way);
    expect(code).toBe(expected);
    const doomed = told(await readTrace(file), "task created").find(({ name }) => name === "doomed")?.task;
    expect(
      told(await readTrace(file), "waits")
        .filter(({ task }) => task === doomed)
        .map(({ what }) => what),
    ).toEqual(["sleep", "sleep"]);
  });

  test.each(["SIGINT", "SIGTERM"] as const)(
    "has the requests of a server that is ended by %s",
    async (signal) => {
      const file = newFile();
      const server = startByCommand("inspect", "--record", file, "serves.ts");
      await server.until(/50 answer to \/49/);
      server.process.kill(signal);
      await server.ended;
      const names = told(await readTrace(file), "task created").map(({ name }) => name);
      expect(names.filter((name) => name.startsWith("/"))).toHaveLength(50);
    },
  );

  test("holds ten thousand tasks", async () => {
    const { file, output } = await record("many-tasks.ts", "1");
    expect(output).toBe("all done\n");
    expect(told(await readTrace(file), "task created")).toHaveLength(10_001);
  });

  test("is bounded: what comes after that is not recorded, and it is said so", async () => {
    const { file, output, errors } = await record("many-tasks.ts", "10");
    expect(output).toBe("all done\n");
    expect(await readTrace(file)).toHaveLength(traceLimits.all);
    expect(errors).toContain("has the first 200,000 events; the later ones are not recorded");
  });

  test("says who holds a lock for which others wait, each time that it changes", async () => {
    const { file } = await record("waits-on.ts", "0.01");
    const events = await readTrace(file);
    const names = new Map(told(events, "task created").map(({ task, name }) => [task, name]));
    expect(told(events, "lock held").map(({ by }) => by.map((task) => names.get(task)))).toEqual([
      ["holder"],
      [],
      ["ann"],
      [],
      ["bob"],
      [],
    ]);
    const turns = told(events, "lock awaited").map(({ future }) => future);
    const waits = told(events, "waits").filter(({ what }) => what === "Lock.acquire");
    expect(turns).toEqual(waits.map(({ on }) => on));
  });

  test("names the addresses, processes and functions that are waited for", async () => {
    const { file, code, output } = await record("world.ts");
    expect(code).toBe(0);
    const [, client = "", server = "", child = ""] =
      /^(?=[\s\S]*client (\S+))(?=[\s\S]*server (\S+))(?=[\s\S]*child (\S+))/.exec(output) ?? [];
    const whats = new Set(told(await readTrace(file), "waits").map(({ what }) => what));
    expect([...whats]).toEqual(
      expect.arrayContaining([
        `serveForever (${server})`,
        `StreamReader.read (${server})`,
        `drain (${client})`,
        `Process.wait (pid ${child})`,
        "runInExecutor (square)",
      ]),
    );
  });

  test("knows the lines of a CommonJS module", async () => {
    const { file } = await record("common.cjs");
    const frame = told(await readTrace(file), "waits")[0]?.frames[0];
    expect(frame?.path).toBe("common.cjs");
    expect(linesOf("common.cjs")[(frame?.line ?? 0) - 1]).toContain("yield* sleep");
  });
});

test("processes and threads that the program starts are not watched, and work", async () => {
  const { file, output } = await record("forks.ts");
  expect(output).toBe("from the process from the thread\n");
  expect(told(await readTrace(file), "task created")).toHaveLength(1);
});

test("a program without a loop of the library leaves no file", async () => {
  const { file, code, output, errors } = await record("plain.ts");
  expect({ code, output }).toEqual({ code: 0, output: "nothing to see\n" });
  expect(existsSync(file)).toBe(false);
  expect(errors).toContain("the program ran no event loop of asyncio-ts");
});

test("a file that cannot be written is named", async () => {
  const { code, errors } = await startByCommand("inspect", "--record", "no-folder/trace.json", "waits.ts")
    .ended;
  expect(code).toBe(1);
  expect(errors).toContain("no-folder/trace.json cannot be written");
});
