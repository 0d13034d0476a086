import { type TraceEvent, traceLimits } from "../../src/trace/trace.ts";
import { expect, test } from "./pane.ts";
import { SandboxPage } from "./sandbox-page.ts";

const program = `import { type Coroutine, gather, run, sleep } from "asyncio-ts";

interface Named { readonly name: string }

function* brew({ name }: Named, seconds: number): Coroutine<void> {
  const delay: number = seconds; yield* sleep(delay);
  console.log(name);
}

function* main(): Coroutine<void> {
  yield* gather(brew({ name: "tea" }, 0.2), brew({ name: "coffee" }, 0.1));
  console.log("the end");
}

await run(main());
`;
const output = ["coffee", "tea", "the end"];
const unpaused = { paused: false, speed: 1 };
const paused = { paused: true, speed: 1 };

const told = <K extends TraceEvent["kind"]>(events: readonly TraceEvent[], kind: K) =>
  events.filter((event) => event.kind === kind) as Extract<TraceEvent, { kind: K }>[];
const began = async (sandbox: SandboxPage) => told(await sandbox.events(), "began").length;

/** The lines of the program at which tasks wait, the innermost first. */
function waitingLines(events: readonly TraceEvent[]): string[][] {
  const lines = program.split("\n");
  return told(events, "waits").map(({ frames }) =>
    frames.map(({ path, line, column }) => `${path}: ${lines[line - 1]?.slice(column - 1)}`),
  );
}

test("a run tells what its loop did, with the frames in the reader's own code", async ({ page }) => {
  const sandbox = await SandboxPage.run(page, program, unpaused);
  await sandbox.hasState("done");
  await sandbox.hasPrinted(...output);
  const events = await sandbox.events();
  expect(told(events, "task created").map(({ name }) => name)).toEqual(["Task-1", "Task-2", "Task-3"]);
  expect(told(events, "waits").map(({ what }) => what)).toEqual(["gather", "sleep", "sleep"]);
  expect(waitingLines(events).map((lines) => lines[0])).toEqual([
    'main.ts: gather(brew({ name: "tea" }, 0.2), brew({ name: "coffee" }, 0.1));',
    // Columns are those of the reader's code, with the type that stands before.
    "main.ts: sleep(delay);",
    "main.ts: sleep(delay);",
  ]);
  expect(told(events, "scope opened").map(({ what }) => what)).toEqual(["run", "gather"]);
  expect(told(events, "output").map(({ line, text }) => `${line} ${text}`)).toEqual(
    output.map((text, line) => `${line} ${text}`),
  );
  const times = events.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test("nothing is recorded unless the pane asks for it", async ({ page }) => {
  const sandbox = await SandboxPage.run(page, program, undefined);
  await sandbox.hasState("done");
  expect((await sandbox.said()).map(({ type }) => type)).not.toContain("trace");
});

test("a run waits before its first callback, goes step by step, to the next output, and on", async ({
  page,
}) => {
  const sandbox = await SandboxPage.run(page, program, paused);
  await sandbox.hasPaused(true);
  expect(await began(sandbox)).toBe(0);
  for (let steps = 1; steps <= 5; steps++) {
    await sandbox.drive({ type: "step" });
    await expect.poll(() => began(sandbox)).toBe(steps);
  }
  // Three tasks have begun, the timer of the coffee has fired, and its task has run.
  await sandbox.hasPrinted("coffee");
  await sandbox.drive({ type: "step to output" });
  await sandbox.hasPrinted("coffee", "tea");
  await sandbox.hasPaused(true);
  await sandbox.hasState("running");
  await sandbox.drive({ type: "resume" });
  await sandbox.hasState("done");
  await sandbox.hasPrinted(...output);
});

test("a program cannot tell that it goes slowly", async ({ page }) => {
  const measuring = program
    .replace("main(): Coroutine<void> {", "$&\n  const start = performance.now();")
    .replace('"the end"', "performance.now() - start");
  const start = performance.now();
  const sandbox = await SandboxPage.run(page, measuring, { paused: false, speed: 1 / 16 });
  await sandbox.hasState("done");
  const [coffee, tea, took] = await sandbox.printed();
  expect([coffee, tea]).toEqual(["coffee", "tea"]);
  // In its own time it took a sixteenth, and a busy machine stretches both.
  expect(Number(took)).toBeLessThan((performance.now() - start) / 2);
});

test("a run that is paused is not blocked, and can be stopped", async ({ page }) => {
  const sandbox = await SandboxPage.run(page, program, unpaused);
  await sandbox.drive({ type: "pause" });
  await sandbox.hasPaused(true);
  await sandbox.answers();
  expect((await sandbox.said()).map(({ state }) => state)).not.toContain("blocked");
  await sandbox.hasState("running");
  await sandbox.stop();
  await sandbox.hasState("stopped");
});

test("a program that nobody waits for is not done while it is paused", async ({ page }) => {
  const sandbox = await SandboxPage.run(page, program.replace("await run", "void run"), paused);
  await sandbox.hasPaused(true);
  await sandbox.answers();
  await sandbox.hasState("running");
  await sandbox.drive({ type: "resume" });
  await sandbox.hasState("done");
});

test("a callback that never ends is told of, is shown as blocked, and can be stopped", async ({ page }) => {
  const code = `import { type Coroutine, run } from "asyncio-ts";
    function* main(): Coroutine<void> { while (true); }
    await run(main());`;
  const sandbox = await SandboxPage.run(page, code, unpaused);
  await sandbox.hasState("blocked");
  expect(await began(sandbox)).toBe(1);
  await sandbox.stop();
  await sandbox.hasState("stopped");
});

test("of a flood of events so many are kept, and the others counted", async ({ page }) => {
  const code = `import { type Coroutine, gather, run } from "asyncio-ts";
    function* turn(): Coroutine<void> { for (let i = 0; i < 10; i++) yield; }
    function* main(): Coroutine<void> { yield* gather(Array.from({ length: 10_000 }, turn)); }
    await run(main());`;
  const sandbox = await SandboxPage.run(page, code, unpaused);
  await sandbox.hasState("done");
  const { events, dropped } = await sandbox.counts();
  expect(events).toBe(traceLimits.all);
  expect(dropped).toBeGreaterThan(100_000);
});

/** A program of the library: those of plain promises are watched by somebody who adds events of their own. */
const ofTheLibrary = 'import { run } from "asyncio-ts"; void run;';

const forgery = `${ofTheLibrary} const event = { at: 0, kind: "began", handle: 1 };
  const post = (events: unknown, more = {}) => postMessage({ type: "trace", run: 1, events, dropped: 0, ...more });
  post([event], { run: 2 });
  post([{ ...event, kind: "forged" }]);
  post([{ ...event, at: -1 }]);
  post(Array.from({ length: ${traceLimits.events + 1} }, () => event));
  post("all of them");
  await new Promise((resolve) => setTimeout(resolve, 100));`;

test("forged events are not believed", async ({ page }) => {
  const sandbox = await SandboxPage.run(page, forgery, unpaused);
  await sandbox.hasState("done");
  expect(await sandbox.events()).toEqual([]);
});

test("nobody hears a trace that was not asked for, or more of it than a run may have", async ({ page }) => {
  const flood = `${ofTheLibrary} const events = Array.from({ length: ${traceLimits.events} }, () => ({ at: 0, kind: "began", handle: 1 }));
    for (let i = 0; i < 50; i++) {
      postMessage({ type: "trace", run: 1, events, dropped: 0 });
      await new Promise((resolve) => setTimeout(resolve, 40));
    }`;
  const unasked = await SandboxPage.run(page, flood, undefined);
  await unasked.hasState("done");
  expect(await unasked.events()).toEqual([]);
  const asked = await SandboxPage.run(page, flood, unpaused);
  await asked.hasState("done");
  expect((await asked.counts()).events).toBe(traceLimits.all);
});
