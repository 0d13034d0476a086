import type { Page } from "@playwright/test";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import { expect, Pane, test, versionLabel } from "./pane.ts";

/** What would go through a run, or show it otherwise. */
const walking = ["start", "back", "forward", "end", "zoom-out", "zoom-in", "fit", "table"];

async function openLesson(page: Page, address: string, example: string) {
  await page.goto(address);
  const pane = new Pane(page, example);
  const view = pane.element.locator(".pane-loop");
  await pane.element.scrollIntoViewIfNeeded();
  return {
    pane,
    view,
    labels: viewLabelsFor(address.startsWith("zh-cn") ? "zh-CN" : "en"),
    drawing: view.locator("svg.loop-drawing"),
    said: view.locator(".loop-said"),
    moment: view.locator(".loop-moment"),
    control: (action: string) => view.locator(`[data-loop="${action}"]`),
  };
}

type Opened = Awaited<ReturnType<typeof openLesson>>;

async function hasNothing({ drawing, control }: Opened): Promise<void> {
  await expect(drawing).toHaveCount(0);
  for (const action of [...walking, "save"]) {
    await expect(control(action)).toHaveAttribute("aria-disabled", "true");
  }
}

/** It says what to do, and nothing in it is alive but what begins a run. */
async function isEmpty(opened: Opened): Promise<void> {
  await hasNothing(opened);
  await expect(opened.said).toHaveText("");
  await expect(opened.moment).toHaveText(opened.labels.hint);
  await expect(opened.control("pause")).toHaveAttribute("aria-disabled", "true");
}

async function isDrawn({ drawing, control }: Opened): Promise<void> {
  await expect(drawing).toBeVisible();
  for (const action of [...walking, "save"]) {
    await expect(control(action)).not.toHaveAttribute("aria-disabled", "true");
  }
}

/** Keeps what is asked for back, until the answer is called. */
async function hold(page: Page, files: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(files, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

for (const address of ["coroutines/", "zh-cn/coroutines/"]) {
  test(`async/await has no picture before it has run, and that of asyncio-ts is where it was, ${address}`, async ({
    page,
  }) => {
    const opened = await openLesson(page, address, "coroutines/say-after-tasks");
    const { pane, drawing } = opened;
    await expect(drawing).toBeVisible();
    const recorded = await drawing.innerHTML();
    await pane.choose("async/await");
    await isEmpty(opened);
    // What is off does nothing, although it can be pressed.
    await opened.control("table").click({ force: true });
    await expect(opened.view.locator("table")).toHaveCount(0);
    await pane.choose("asyncio-ts");
    await expect(drawing).toBeVisible();
    expect(await drawing.innerHTML()).toBe(recorded);
    await pane.choose("async/await");
    await isEmpty(opened);
    await pane.pressRun();
    await pane.hasState("done");
    await isDrawn(opened);
    await expect(drawing).toContainText("sayAfter");
    await pane.choose("asyncio-ts");
    expect(await drawing.innerHTML()).toBe(recorded);
  });
}

test("Reset takes the picture of every version back, and the recorded one is that of the first alone", async ({
  page,
}) => {
  const opened = await openLesson(page, "coroutines/", "coroutines/say-after-tasks");
  const { pane, drawing } = opened;
  await expect(drawing).toBeVisible();
  const recorded = await drawing.innerHTML();
  await pane.choose("async/await");
  await pane.replaceCode('async function mine() { await 1; console.log("mine"); }\nawait mine();');
  await pane.run();
  await isDrawn(opened);
  page.once("dialog", (dialog) => void dialog.accept());
  await pane.press("Reset");
  await pane.hasState("idle");
  await isEmpty(opened);
  await pane.choose("asyncio-ts");
  await expect(drawing).toBeVisible();
  expect(await drawing.innerHTML()).toBe(recorded);
});

test("a run that is stopped before it has begun, or cannot begin, leaves nothing to walk through", async ({
  page,
}) => {
  const release = await hold(page, "**/open-runner*.js");
  const opened = await openLesson(page, "coroutines/", "coroutines/say-after-tasks");
  const { pane } = opened;
  await pane.choose("async/await");
  await isEmpty(opened);
  await pane.pressRun();
  await pane.hasState("running");
  await pane.press("Stop");
  await pane.hasState("stopped");
  await isEmpty(opened);
  release();
  await pane.replaceCode("const = 1;");
  await pane.run();
  await pane.hasState("failed");
  await isEmpty(opened);
});

test("before a run of an exercise neither the reader's code nor the solution has a picture, and each then has its own", async ({
  page,
}) => {
  const example = "coroutines/exercise-1-all-at-once";
  const opened = await openLesson(page, "coroutines/", example);
  const { pane, drawing } = opened;
  await pane.element.locator('[data-action="loop"]').click();
  await isEmpty(opened);
  await pane.choose(versionLabel("solution.ts"));
  await isEmpty(opened);
  await pane.run();
  await isDrawn(opened);
  await pane.choose(versionLabel("main.ts", example));
  await isEmpty(opened);
  await pane.run();
  await isDrawn(opened);
  await pane.choose(versionLabel("solution.ts"));
  await expect(drawing).toBeVisible();
});

test("of an example that runs in Node no version but the recorded one has a picture, and it is said that none will come", async ({
  page,
}) => {
  const opened = await openLesson(page, "subprocesses/", "subprocesses/run-a-program");
  const { pane, view, drawing, said, moment, labels } = opened;
  await expect(drawing).toBeVisible();
  for (const version of ["async/await", "Python"]) {
    await pane.choose(version);
    await expect(said).toHaveText(labels.neverRuns);
    await expect(moment).toHaveText("");
    await hasNothing(opened);
  }
  await pane.choose("asyncio-ts");
  await expect(said).toHaveText(labels.recorded);
  await view.hover();
  await expect(view.locator(".loop-cursor")).toBeAttached();
  await isDrawn(opened);
});

test("what has no picture is not printed", async ({ page }) => {
  const opened = await openLesson(page, "coroutines/", "coroutines/say-after-tasks");
  await expect(opened.drawing).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(opened.view).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await opened.pane.choose("async/await");
  await isEmpty(opened);
  await page.emulateMedia({ media: "print" });
  await expect(opened.view).toBeHidden();
});

test("a run that begins while the view is still loaded is drawn", async ({ page }) => {
  const release = await hold(page, "**/event-loop-view*.js");
  const opened = await openLesson(page, "coroutines/", "coroutines/say-after");
  await opened.pane.element.locator('[data-action="loop"]').click();
  await opened.pane.press("Run");
  await opened.pane.hasState("running");
  release();
  await opened.pane.hasState("done");
  await expect(opened.said).toContainText("Ended at");
  await isDrawn(opened);
});

test("a first run whose tab is left while the view is still loaded is recorded, and drawn on its own tab", async ({
  page,
}) => {
  const release = await hold(page, "**/event-loop-view*.js");
  const opened = await openLesson(page, "coroutines/", "coroutines/say-after-tasks");
  const { pane, drawing, said, control } = opened;
  await expect(drawing).toBeVisible();
  const recorded = await drawing.innerHTML();
  await pane.press("Run");
  await pane.hasState("running");
  await pane.choose("async/await");
  release();
  await isEmpty(opened);
  await expect(pane.element.locator("label[data-running]")).toHaveText("asyncio-ts");
  await expect(pane.element.locator("label[data-running]")).toHaveCount(0);
  await isEmpty(opened);
  await pane.choose("asyncio-ts");
  await pane.hasState("done");
  await expect(said).toContainText("Ended at");
  await expect.poll(() => drawing.innerHTML()).not.toBe(recorded);
  await isDrawn(opened);
  // Its moments are those of its own output, and of no other tab's.
  await control("start").click();
  await expect(pane.log.locator(".loop-later")).not.toHaveCount(0);
  await expect(pane.element.locator(".loop-log-note")).toBeVisible();
});
