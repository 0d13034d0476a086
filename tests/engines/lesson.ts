import { beforeEach, expect, test } from "vitest";
import { readExample } from "../../src/examples/read-example.ts";
import { labelsFor } from "../../src/playground/labels.ts";
import { EnginePane, patience } from "./engine-pane.ts";
import type { EnginePage } from "./in-engine.ts";

const labels = labelsFor("en");
const lesson = "coroutines/";
const example = "coroutines/say-after";

/** What each kind of pane does for its reader, in one lesson. */
export function testLesson({ name, engine, open }: EnginePage): void {
  const pane = new EnginePane(engine, example);

  beforeEach(async () => {
    // What one test has edited is not there in the next. Any file of the site's shares its storage, and this one is soon here.
    await open("llms.txt");
    await engine.evaluate(() => localStorage.clear());
    await open(lesson);
    await pane.isReady();
  });

  test.each(["main.ts", "plain.ts"])("%s runs, and prints what is recorded", async (version) => {
    await pane.choose(version);
    await pane.run();
    await pane.hasState(/^done$/);
    expect(await pane.standardOutput()).toBe(readExample(example).output);
  });

  test("Python runs, prints what is recorded, shows where an error is, and can be stopped", async () => {
    await pane.choose("main.py");
    await pane.isReady();
    await pane.run();
    await pane.hasState(/^done$/);
    expect(await pane.standardOutput()).toBe(readExample(example).output);
    await pane.type('print("edited"); undefined');
    await pane.run();
    await pane.hasState(/^failed$/);
    await pane.hasPrinted(/^edited\n.*NameError: name 'undefined' is not defined/s);
    expect(await pane.text(".pane-error-line")).toBe('print("edited"); undefined');
    await pane.type("while True: pass");
    await pane.press("run");
    await pane.hasState(/^blocked$/);
    await pane.press("stop");
    await pane.hasState(/^stopped$/);
  });

  test("Stop ends a program that would go on for ever, and one that never answers", async () => {
    await pane.type('setInterval(() => console.log("tick"), 10);');
    await pane.press("run");
    await pane.hasPrinted(/tick/);
    await pane.press("stop");
    await pane.hasState(/^stopped$/);
    await pane.type('console.log("before"); for (;;);');
    await pane.press("run");
    await pane.hasState(/^blocked$/);
    await pane.hasPrinted(/^before\n$/);
    await pane.press("stop");
    await pane.hasState(/^stopped$/);
  });

  test.each([
    ["an error", 'const one = 1; throw new RangeError("too far");', /^main\.ts:1:\d+: RangeError: too far\n/],
    ["a mistake in the syntax", "const one = 1; const = 2;", /^main\.ts:1:22: SyntaxError: /],
  ])("%s is shown with its place, and the line is marked", async (_, code, printed) => {
    await pane.type(code);
    await pane.run();
    await pane.hasState(/^failed$/);
    await pane.hasPrinted(printed);
    expect(await pane.text(".pane-error-line")).toBe(code);
  });

  test("an edit runs, and Reset brings the original back", async () => {
    await pane.type('console.log("edited");');
    await pane.run();
    await pane.hasPrinted(/^edited\n$/);
    await pane.press("reset");
    await pane.shows(/function\* sayAfter/);
  });

  test("an exercise says whether an answer is right", async () => {
    const exercise = new EnginePane(engine, "coroutines/exercise-1-all-at-once");
    await exercise.choose("solution.ts");
    await exercise.run();
    await exercise.says(labels.right);
    await exercise.choose("main.ts");
    await exercise.run();
    await exercise.says("Not yet");
  });

  test("the event-loop view draws a run, goes through it step by step, and tells it as a table", async () => {
    const watched = new EnginePane(engine, "coroutines/say-after-tasks");
    await watched.isReady();
    await watched.pressInView("step");
    await watched.isHeardInView(/^Paused at/);
    await watched.pressInView("pause");
    await watched.hasState(/^done$/);
    expect(await watched.count(".loop-drawing .runs")).toBeGreaterThan(2);
    await watched.pressInView("table");
    await expect.poll(() => watched.rowsOfTable(), patience).toBeGreaterThan(2);
  });

  test("the event-loop view goes through a run in Python: step by step where WebAssembly can be suspended, and else once it has ended; one that blocks its loop is stopped", async () => {
    const watched = new EnginePane(engine, "coroutines/say-after-tasks");
    await watched.choose("main.py");
    await watched.isReady();
    await expect.poll(() => watched.count(".loop-drawing"), patience).toBe(1);
    const canSuspend = await engine.evaluate(() => "promising" in WebAssembly);
    console.log(`${name}: a run in Python is ${canSuspend ? "paused" : "recorded, and walked through"}`);
    if (canSuspend) {
      await watched.pressInView("step");
      await watched.isHeardInView(/^Paused at/);
      await watched.pressInView("pause");
    } else {
      await watched.press("run");
    }
    await watched.isHeardInView(/^Ended at/);
    await watched.hasState(/^done$/);
    expect(await watched.standardOutput()).toBe(readExample("coroutines/say-after-tasks").output);
    expect(await watched.count(".loop-drawing .runs")).toBeGreaterThan(2);
    const end = await watched.stepInView();
    await watched.pressInView("back");
    await expect.poll(() => watched.stepInView(), patience).toBe(end - 1);

    await watched.type(
      "import asyncio; loop = asyncio.new_event_loop(); loop.call_soon(exec, 'while True: pass'); loop.run_forever()",
    );
    await watched.press("run");
    await watched.hasState(/^blocked$/);
    await watched.press("stop");
    await watched.hasState(/^stopped$/);
    await watched.isHeardInView(/^Ended at/);
  });

  test("a shared link opens the edited code, and runs nothing by itself", async () => {
    await pane.type('console.log("shared, 你好 & <b>");');
    await pane.pressInMenu("share");
    await expect.poll(() => engine.evaluate(() => location.hash), patience).toContain("#pane=");
    const { pathname, hash } = await engine.evaluate(() => ({
      pathname: location.pathname,
      hash: location.hash,
    }));
    await open(pathname.slice(1) + hash);
    await pane.says(labels.fromLink);
    await pane.shows('console.log("shared, 你好 & <b>");');
    await pane.hasState(/^idle$/);
    await pane.run();
    await pane.hasPrinted(/^shared, 你好 & <b>\n$/);
  });
}
