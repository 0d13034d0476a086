import type { Page } from "@playwright/test";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import { type TraceEvent, traceLimits } from "../../src/trace/trace.ts";
import { expect, Pane, test } from "./pane.ts";
import { SandboxPage } from "./sandbox-page.ts";

const labels = viewLabelsFor("en");
const paused = { paused: true, speed: 1 };
const unpaused = { paused: false, speed: 1 };

const program = `import asyncio

async def brew(name, seconds):
    await asyncio.sleep(seconds)
    print(name)

async def main():
    await asyncio.gather(brew("tea", 0.2), brew("coffee", 0.1))
    print("the end")

asyncio.run(main())
`;
const output = ["coffee", "tea", "the end"];

/** Prints how long it took, by each of its clocks, in seconds. */
const measuring = `import asyncio, time

async def main():
    clocks = (time.monotonic, time.time, time.perf_counter, asyncio.get_running_loop().time)
    starts = [clock() for clock in clocks]
    await asyncio.sleep(0.5)
    print(max(clock() - start for clock, start in zip(clocks, starts)))

asyncio.run(main())
`;

const busy = `import asyncio

async def main():
    while True: await asyncio.sleep(0)

asyncio.run(main())
`;

async function begin(page: Page, code: string, recording = unpaused): Promise<SandboxPage> {
  const sandbox = await SandboxPage.open(page, "sandbox/python/");
  await sandbox.begin("/main.py", code, recording);
  return sandbox;
}

const count = async (sandbox: SandboxPage, kind: TraceEvent["kind"]) =>
  (await sandbox.events()).filter((event) => event.kind === kind).length;

test("a run in Python waits before its first callback, goes step by step, to the next output, and on", async ({
  page,
}) => {
  const sandbox = await begin(page, program, paused);
  await sandbox.hasPaused(true);
  expect(await count(sandbox, "began")).toBe(0);
  for (let steps = 1; steps <= 5; steps++) {
    await sandbox.drive({ type: "step" });
    await expect.poll(() => count(sandbox, "ended")).toBe(steps);
    expect(await count(sandbox, "began")).toBe(steps);
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

test("a program in Python cannot tell that it was paused, nor that it goes slowly", async ({ page }) => {
  const start = performance.now();
  const sandbox = await begin(page, measuring, paused);
  await sandbox.hasPaused(true);
  await sandbox.drive({ type: "step" });
  await expect.poll(() => count(sandbox, "timer set")).toBe(1);
  const held = performance.now();
  await sandbox.answers();
  expect((await sandbox.said()).map(({ state }) => state)).not.toContain("blocked");
  const heldFor = performance.now() - held;
  await sandbox.drive({ type: "resume" });
  await sandbox.hasState("done");
  const [took] = await sandbox.printed();
  expect(Number(took)).toBeLessThan((performance.now() - start - heldFor) / 1000);

  const again = performance.now();
  await sandbox.runToEnd("/main.py", measuring, { paused: false, speed: 1 / 16 });
  const [tookSlowly] = (await sandbox.printed()).slice(-1);
  // In its own time it took a sixteenth, and a busy machine stretches both.
  expect(Number(tookSlowly)).toBeLessThan((performance.now() - again) / 2000);
});

test("a run in Python that never waits is paused as well, and stopped while it is", async ({ page }) => {
  const sandbox = await begin(page, busy);
  await expect.poll(() => count(sandbox, "began")).toBeGreaterThan(0);
  await sandbox.drive({ type: "pause" });
  await sandbox.hasPaused(true);
  await sandbox.answers();
  await sandbox.hasState("running");
  await sandbox.stop();
  await sandbox.hasState("stopped");
});

test("a run in Python of which no more is kept is paused all the same", async ({ page }) => {
  const sandbox = await begin(page, busy);
  await expect.poll(async () => (await sandbox.counts()).events).toBe(traceLimits.all);
  await sandbox.drive({ type: "pause" });
  await sandbox.hasPaused(true);
  await sandbox.drive({ type: "resume" });
  await sandbox.hasPaused(false);
  await sandbox.stop();
  await sandbox.hasState("stopped");
});

/** CPython cannot be suspended below JavaScript, which is on the stack here. */
const calledByJavaScript = `import asyncio, js
from pyodide.ffi import create_proxy

async def main():
    await asyncio.sleep(0.01)
    print("inside")

js.JSON.parse("[1]").forEach(create_proxy(lambda *_: asyncio.run(main())))
asyncio.run(main())
`;

test("a program in Python that cannot be suspended goes on unpaused, and the sandbox says so once", async ({
  page,
}) => {
  const sandbox = await begin(page, calledByJavaScript, paused);
  await sandbox.hasState("done");
  await sandbox.hasPrinted("inside", "inside");
  expect((await sandbox.said()).filter(({ type }) => type === "undriven")).toHaveLength(1);
});

/** Says all that a worker could say of a run that stands still, and takes away what suspends it. */
const forged = `import asyncio, gc, js, json, pyodide.ffi, _pyodide_core
for run in range(9):
    for message in ({"type": "paused", "paused": True}, {"type": "paused", "paused": "x"}, {"type": "undriven"}):
        js.postMessage(js.JSON.parse(json.dumps({"run": run, **message})))
for module in (pyodide.ffi, _pyodide_core):
    module.run_sync = module.can_run_sync = None
for thing in gc.get_objects():
    if type(thing).__name__ == "Gate":
        thing._host = thing._before_waiting = None
asyncio.events._set_running_loop = asyncio.ensure_future = None
print("after")
while True: pass
`;

test("who forges pauses and spoils what pauses is stopped all the same, and the next run is paused", async ({
  page,
}) => {
  const sandbox = await begin(page, forged);
  await sandbox.hasPrinted("after");
  await sandbox.drive({ type: "resume" });
  await sandbox.drive({ type: "pause" });
  await sandbox.hasState("blocked");
  await sandbox.stop();
  await sandbox.hasState("stopped");
  await sandbox.begin("/main.py", program, paused);
  await expect.poll(async () => (await sandbox.said()).at(-1)?.type).toBe("paused");
  await sandbox.hasPaused(true);
  await sandbox.drive({ type: "resume" });
  await sandbox.hasState("done");
});

async function openView(page: Page, code: string) {
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after");
  await pane.choose("Python");
  await pane.replaceCode(code);
  await pane.element.locator('[data-action="loop"]').click();
  const view = pane.element.locator(".pane-loop");
  await expect(view.locator(".loop-moment")).toHaveText(labels.hint);
  const slider = view.getByRole("slider", { name: labels.moment });
  return {
    pane,
    said: view.locator(".loop-said"),
    control: (action: string) => view.locator(`[data-loop="${action}"]`),
    steps: async () => Number(await slider.getAttribute("aria-valuemax")),
  };
}

test("a reader steps through a run in Python, goes to the next output, resumes, and it prints the same", async ({
  page,
}) => {
  const { pane, said, control, steps } = await openView(page, program);
  await control("step").click();
  await expect(control("pause")).toHaveText(labels.resume);
  await expect(said).toContainText("Paused at");
  for (let step = 0; step < 2; step++) {
    const before = await steps();
    await control("step").click();
    await expect.poll(steps).toBeGreaterThan(before);
    await expect(pane.log).toHaveText("");
  }
  await control("step-to-output").click();
  await expect(pane.log).toHaveText("coffee");
  await expect(said).toContainText("Paused at");
  await control("pause").click();
  await pane.hasState("done");
  await pane.hasPrinted(output.map((line) => `${line}\n`).join(""));
  await expect(said).toContainText("Ended at");
});

test("a reader pauses a run in Python, and stops it", async ({ page }) => {
  const { pane, said, control } = await openView(page, busy);
  await pane.pressRun();
  await expect(control("pause")).toHaveAttribute("aria-disabled", "false");
  await control("pause").click();
  await expect(said).toContainText("Paused at");
  await pane.press("Stop");
  await pane.hasState("stopped");
  await expect(said).toContainText("Ended at");
});

const stuckLater = `import asyncio

async def main():
    await asyncio.sleep(0)
    while True: pass

asyncio.run(main())
`;

test("a step that does not end is no pause: the view says that it goes on, the pane that it blocks, and Stop ends it", async ({
  page,
}) => {
  const { pane, said, control } = await openView(page, stuckLater);
  await control("step").click();
  await expect(said).toContainText("Paused at");
  await control("step").click();
  await expect(said).toContainText("Paused at");
  await control("step").click();
  await expect(control("pause")).toHaveText(labels.pause);
  await expect(said).not.toContainText("Paused at");
  await pane.hasState("blocked");
  await expect(control("pause")).toHaveText(labels.pause);
  await pane.press("Stop");
  await pane.hasState("stopped");
  await expect(said).toContainText("Ended at");
});

test("what a program in Python does after its last callback is no pause", async ({ page }) => {
  const sandbox = await begin(page, program.replace(/$/, "print('on')\nwhile True: pass\n"), paused);
  await sandbox.hasPaused(true);
  while (!(await sandbox.printed()).includes("on")) {
    await sandbox.drive({ type: "step" });
  }
  await sandbox.hasPaused(false);
  await sandbox.hasState("blocked");
  await sandbox.stop();
  await sandbox.hasState("stopped");
});

test("the view says that a run in Python cannot be paused any more, and forgets it with the next one", async ({
  page,
}) => {
  const { pane, said, control } = await openView(page, `${calledByJavaScript}while True: pass`);
  await pane.pressRun();
  await expect(said).toHaveText(labels.undriven);
  await expect(control("pause")).toBeHidden();
  await pane.press("Stop");
  await pane.hasState("stopped");
  await pane.replaceCode(busy);
  await pane.pressRun();
  await control("pause").click();
  await expect(said).toContainText("Paused at");
  await pane.press("Stop");
});

test("where a browser cannot suspend WebAssembly a run in Python is walked through, and the view says why", async ({
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(WebAssembly, "promising"));
  const { pane, said, control } = await openView(page, program);
  await expect(said).toHaveText(labels.onlyWalk);
  for (const action of ["pause", "step", "step-to-output"]) {
    await expect(control(action)).toBeHidden();
  }
  await pane.pressRun();
  await pane.hasState("done");
  await pane.hasPrinted(output.map((line) => `${line}\n`).join(""));
  await expect(said).toContainText("Ended at");
  await control("back").click();
  await expect(pane.element.locator(".loop-moment")).not.toHaveText(labels.hint);
});
