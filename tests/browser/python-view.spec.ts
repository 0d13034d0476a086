import { readFileSync } from "node:fs";
import { join } from "node:path";
import { examplesFolder, pythonTrace, readExample } from "../../src/examples/read-example.ts";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import { coreEvents } from "../../src/trace/core-events.ts";
import { parseTrace } from "../../src/trace/parse-trace.ts";
import type { TraceEvent } from "../../src/trace/trace.ts";
import { expect, Pane, test } from "./pane.ts";
import { SandboxPage } from "./sandbox-page.ts";

const labels = viewLabelsFor("en");
const recording = { paused: false, speed: 1 };

/**
 * Examples whose order is the same on the time of a machine as on virtual time, since two timers of theirs never run at
 * once; and how many callbacks CPython 3.14 has besides those of 3.13: `shield()` adds one for each future that it shields,
 * which `asyncio.print_call_graph()` needs.
 */
const examples: Readonly<Record<string, number>> = {
  "coroutines/bare-yield": 0,
  "synchronisation/lock": 0,
  "synchronisation/exercise-3-pipeline": 0,
  "tasks/eager-start": 0,
  "cancellation/before-the-first-step": 0,
  "synchronisation/event": 0,
  "futures/shared-future": 3,
};

/** Without the moments, which on this machine are later than on virtual time. */
const toldOf = (events: readonly TraceEvent[]): string[] =>
  coreEvents(events).map(({ deed }) => deed.replace(/ (set for|timeout) .*$/, " $1"));

function recordedIn313(path: string): TraceEvent[] {
  const text = readFileSync(join(examplesFolder(), path, pythonTrace), "utf8");
  return parseTrace(JSON.parse(text)) ?? [];
}

/** What asyncio raises passes through what is recorded. */
const errors = `import asyncio, sys, traceback

async def attempt(what):
    try:
        await what()
    except Exception:
        traceback.print_exc()

async def too_late():
    async with asyncio.timeout(0.01):
        await asyncio.sleep(1)

async def twice():
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    future.set_result(2)

async def in_a_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(twice())

async def no_coroutine():
    asyncio.create_task(3)

async def no_time():
    asyncio.get_running_loop().call_later(None, print)

async def main():
    print(asyncio.current_task(), isinstance(asyncio.current_task(), asyncio.Task))
    for what in (too_late, twice, in_a_group, no_coroutine, no_time):
        await attempt(what)
    print(sys.stdout is sys.__stdout__, sys.stdout, sys.stdout.encoding)
    sys.stdout.writelines(["a\\n", "b\\n"])
    sys.stdout.buffer.write(b"c\\n")
    sys.stdout.flush()

asyncio.run(main())
with asyncio.Runner() as runner:
    runner.run(attempt(twice))
    print(runner.run(asyncio.sleep(0, "again")))
print("no end", end="")
asyncio.run(no_time())`;

test("what is recorded of Python is what CPython's loop did, and recording changes nothing that is printed", async ({
  page,
}) => {
  const sandbox = await SandboxPage.open(page, "sandbox/python/");
  for (const [path, more] of Object.entries(examples)) {
    await test.step(path, async () => {
      const { files, output } = readExample(path);
      const code = files.find(({ name }) => name === "main.py")?.code ?? "";
      expect(await sandbox.runToEnd("/main.py", code, recording)).toBe(output);
      const told = toldOf(await sandbox.events());
      const isCallback = (deed: string) => /^(queued|began) callback$/.test(deed);
      const [callbacks, known] = [told, toldOf(recordedIn313(path))].map(
        (all) => all.filter(isCallback).length,
      );
      expect(callbacks).toBe((known ?? 0) + 2 * more);
      const rest = (all: readonly string[]) => (more === 0 ? all : all.filter((deed) => !isCallback(deed)));
      expect(rest(told)).toEqual(rest(toldOf(recordedIn313(path))));
    });
  }

  const everything = async () => {
    const said = await sandbox.said();
    const failure = said.find(({ type }) => type === "action") as { traceback?: string } | undefined;
    return { lines: await sandbox.printed(), traceback: failure?.traceback };
  };
  await sandbox.runToEnd("/main.py", errors);
  expect(await sandbox.events()).toEqual([]);
  const unrecorded = await everything();
  expect(unrecorded.lines.join("\n")).toMatch(
    /TimeoutError.*InvalidStateError.*ExceptionGroup.*again\nno end$/s,
  );
  expect(unrecorded.traceback).toContain("TypeError");
  await sandbox.runToEnd("/main.py", errors, recording);
  // A coroutine is shown with its address.
  const withoutAddresses = (all: unknown) => JSON.stringify(all).replaceAll(/0x[0-9a-f]+/g, "0x");
  expect(withoutAddresses(await everything())).toBe(withoutAddresses(unrecorded));
  const outputs = (await sandbox.events()).flatMap((event) => (event.kind === "output" ? [event.text] : []));
  expect(outputs.map((text) => text.slice(0, 40))).toEqual(
    (await sandbox.printed()).map((text) => text.slice(0, 40)),
  );
});

const twoTasks = `import asyncio

async def say(what):
    await asyncio.sleep(0.05)
    print(what)

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(say("one"), name="alpha")
        group.create_task(say("two"), name="omega")

asyncio.run(main())`;

const inTypeScript = `import { createTask, run, sleep } from "asyncio-ts";

function* main() {
  yield* createTask(sleep(0.01), { name: "gamma" });
}

await run(main());`;

const stuck = `import asyncio

async def main():
    asyncio.current_task().set_name("stuck")
    await asyncio.create_task(spin(), name="spins")

async def spin():
    while True: pass

asyncio.run(main())`;

/** Says all that a worker could say of a trace, and spoils what records. */
const forged = `import js, json, sys, gc
frames = [{"caller": "x" * 20000, "path": "main.py", "line": 1, "column": 0}] * 6
event = lambda **more: {"at": 0, "kind": "task created", "task": 1, "name": "forged", "parent": 0, "frames": [], **more}
for run in range(20):
    for events in (
        "none", [], [1, None, {}], [event()] * 6000, [event(name="<img src=x onerror='document.title=1'>")],
        [event(at=-1)], [event(task=2 ** 60)], [event(frames=frames, task=n) for n in range(9)],
        [{"at": 1e300, "kind": "ended", "handle": 7}], [{"at": 0, "kind": "output", "task": 9, "line": 0, "text": "y" * 10 ** 6}],
    ):
        js.postMessage(js.JSON.parse(json.dumps({"type": "trace", "run": run, "events": events, "dropped": 1})))
json.dumps = json.JSONEncoder = None
for thing in gc.get_objects():
    if type(thing).__name__ == "Recorder":
        thing.events.append({"at": 0, "kind": "forged"})
print("after")`;

test("who edits Python and runs it sees what its event loop did, in the view of the Python tab alone", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const hasAskedFor = (script: RegExp) => asked.some((url) => script.test(url));
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after");
  const view = pane.element.locator(".pane-loop");
  const said = view.locator("[aria-live]");
  const drawing = view.locator(".loop-drawing");
  const marks = pane.element.locator(".loop-log-note, .loop-running-line, .loop-later");
  await pane.choose("Python");
  await pane.replaceCode(twoTasks);
  await pane.pressRun();
  await pane.hasState("done");
  expect(hasAskedFor(/recording-scripts|event-loop-view[^/]*\.js/)).toBe(false);

  await pane.element.locator('[data-action="loop"]').click();
  await expect(view.locator(".loop-moment")).toHaveText(labels.hint);
  await pane.press("Run");
  await expect(said).toContainText("Ended at");
  await pane.hasState("done");
  expect(hasAskedFor(/recording-scripts/)).toBe(true);
  await pane.hasPrinted("one\ntwo\n");
  await expect(drawing).toContainText("alpha");
  await expect(drawing).toContainText("omega");

  // Back in the run: the log is that of then, and the code says who is where.
  const slider = view.getByRole("slider", { name: labels.moment });
  await slider.press("Home");
  await expect(pane.element.locator(".loop-log-note")).toContainText("2 later lines are hidden");
  for (let step = 0; step < 40 && (await pane.element.locator(".loop-running-line").count()) === 0; step++) {
    await slider.press("ArrowRight");
  }
  await expect(pane.element.locator(".cm-line.loop-running-line")).toHaveText(/\S/);

  // The other language has a run of its own.
  await pane.choose("asyncio-ts");
  await expect(marks).toHaveCount(0);
  await expect(view).not.toContainText("alpha");
  await expect(view.locator('[data-loop="pause"]')).toBeVisible();
  await pane.replaceCode(inTypeScript);
  await pane.press("Run");
  await expect(said).toContainText("Ended at");
  await expect(drawing).toContainText("gamma");
  await pane.choose("Python");
  await expect(drawing).toContainText("omega");
  await expect(view).not.toContainText("gamma");
  // Its output was kept beside that of the other.
  await slider.press("Home");
  await expect(pane.element.locator(".loop-log-note")).toContainText("2 later lines are hidden");

  await pane.replaceCode(stuck);
  await pane.press("Run");
  await expect(drawing).toContainText("spins");
  await pane.press("Stop");
  await pane.hasState("stopped");
  await expect(said).toContainText("Ended at");
  await expect(drawing).toContainText("spins");

  await pane.replaceCode(forged);
  await pane.press("Run");
  await pane.hasState("done");
  await expect(pane.log).toContainText("after");
  await expect(drawing.locator("img")).toHaveCount(0);
  expect(await page.evaluate(() => document.title)).not.toBe("1");

  await pane.replaceCode("def f(:");
  await pane.press("Run");
  await pane.hasState("failed");
  await expect(said).toHaveText(labels.nothingRecorded);
  // A picture would be of the run before.
  await expect(drawing).toHaveCount(0);
  await expect(view.locator(".loop-moment")).toHaveText(labels.hint);

  await pane.replaceCode(twoTasks.replace("print(what)", "raise ValueError(what)"));
  await pane.press("Run");
  await pane.hasState("failed");
  await expect(pane.log).toContainText("ValueError: one");
  await expect(pane.log).not.toContainText("asyncio_trace");
  await expect(drawing).toContainText("alpha");
  await expect(drawing).not.toContainText("forged");

  page.once("dialog", (dialog) => void dialog.accept());
  await pane.press("Reset");
  await pane.hasState("idle");
  await expect(view).not.toContainText("omega");
  await expect(marks).toHaveCount(0);
});

/** Of callbacks, which cost the least before there is no room. */
const tooMany = `import asyncio

async def main():
    loop = asyncio.get_running_loop()
    task_class = asyncio.Task
    for _ in range(70):
        for _ in range(1000):
            loop.call_soon(int)
        await asyncio.sleep(0)
    print(asyncio.BaseEventLoop.create_future.__code__.co_filename.split("/")[-1])
    print(isinstance(asyncio.create_task(asyncio.sleep(0)), task_class))

asyncio.run(main())`;

test("a run in Python with more events than are kept goes on as if nobody recorded it, and the view says so", async ({
  page,
}) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after");
  await pane.choose("Python");
  await pane.replaceCode(tooMany);
  await pane.element.locator('[data-action="loop"]').click();
  await expect(pane.element.locator(".loop-moment")).toHaveText(labels.hint);
  await pane.pressRun();
  await pane.hasState("done");
  await expect(pane.element.locator(".loop-said")).toContainText(labels.notRecordedLater);
  await pane.hasPrinted("base_events.py\nTrue\n");
});
