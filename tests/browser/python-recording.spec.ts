import type { Page } from "@playwright/test";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import { expect, Pane, test } from "./pane.ts";

const driving = ["pause", "step", "step-to-output"];

async function openLesson(page: Page, address: string, example: string) {
  await page.goto(address);
  const pane = new Pane(page, example);
  const view = pane.element.locator(".pane-loop");
  const labels = viewLabelsFor(address.startsWith("zh-cn") ? "zh-CN" : "en");
  return {
    pane,
    view,
    labels,
    said: view.locator(".loop-said"),
    drawing: view.locator("svg.loop-drawing"),
    slider: view.getByRole("slider", { name: labels.moment }),
    control: (action: string) => view.locator(`[data-loop="${action}"]`),
    running: pane.element.locator(".loop-running-line"),
  };
}

type Opened = Awaited<ReturnType<typeof openLesson>>;

async function isRecordingOfPython({ said, labels, drawing, control }: Opened): Promise<void> {
  await expect(said).toHaveText(labels.recordedInPython);
  await expect(drawing).toBeVisible();
  for (const action of driving) {
    await expect(control(action)).toBeVisible();
  }
}

/** What the page has to show, which nobody has run here. */
async function isPictureOfTypeScript({ said, drawing, control }: Opened, picture: string): Promise<void> {
  await expect(said).toHaveText("");
  await expect(drawing).toBeVisible();
  expect(await drawing.innerHTML()).toBe(picture);
  for (const action of driving) {
    await expect(control(action)).toBeVisible();
  }
}

async function walkToRunningLine({ slider, running }: Opened): Promise<void> {
  await slider.press("Home");
  for (let step = 0; step < 40 && (await running.count()) === 0; step++) {
    await slider.press("ArrowRight");
  }
}

const another = `import asyncio

async def main():
    await asyncio.create_task(asyncio.sleep(0.01), name="mine")

asyncio.run(main())`;

test("the Python tab shows what CPython did before anything runs, until Python runs, and after Reset", async ({
  page,
}) => {
  const opened = await openLesson(page, "coroutines/", "coroutines/say-after-tasks");
  const { pane, view, drawing, slider, control, running, said } = opened;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await pane.element.scrollIntoViewIfNeeded();
  await expect(drawing).toBeVisible();
  const picture = await drawing.innerHTML();
  expect(asked.filter((url) => /traces|event-loop-view/.test(url))).toEqual([]);

  await pane.choose("Python");
  await isRecordingOfPython(opened);
  await walkToRunningLine(opened);
  // A part of main.py is behind each mark.
  await expect(pane.element.locator('[data-file="main.py"] .loop-running-line')).toHaveCount(1);
  await expect(view.locator(".loop-moment")).toContainText("main");
  const first = await slider.getAttribute("aria-valuenow");
  await control("end").click();
  await expect(slider).not.toHaveAttribute("aria-valuenow", first ?? "");
  await control("back").click();
  await expect(slider).not.toHaveAttribute(
    "aria-valuenow",
    (await slider.getAttribute("aria-valuemax")) ?? "",
  );

  await pane.choose("asyncio-ts");
  await expect(running).toHaveCount(0);
  await isPictureOfTypeScript(opened, picture);

  // Of code that was changed the recording is none: no line of it is marked.
  await pane.choose("Python");
  await isRecordingOfPython(opened);
  await pane.replaceCode(another);
  await slider.press("Home");
  for (let step = 0; step < 12; step++) {
    await slider.press("ArrowRight");
    await expect(running).toHaveCount(0);
  }

  await pane.pressRun();
  await pane.hasState("done");
  await expect(said).toContainText("Ended at");
  await expect(drawing).toContainText("mine");
  await walkToRunningLine(opened);
  await expect(running).toHaveCount(1);

  page.once("dialog", (dialog) => void dialog.accept());
  await pane.press("Reset");
  await pane.hasState("idle");
  await isRecordingOfPython(opened);
  await expect(view).not.toContainText("mine");
  await walkToRunningLine(opened);
  await expect(running).toHaveText(/\S/);
  await pane.choose("asyncio-ts");
  await isPictureOfTypeScript(opened, picture);
});

test("on a phone the view has CPython's recording as well, when it is opened on the Python tab", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const opened = await openLesson(page, "zh-cn/coroutines/", "coroutines/say-after-tasks");
  const { pane, view } = opened;
  await pane.choose("Python");
  await expect(view).toBeHidden();
  await pane.element.locator('[data-action="loop"]').click();
  await isRecordingOfPython(opened);
  await pane.choose("asyncio-ts");
  await expect(opened.said).toHaveText("");
  await expect(opened.drawing).toBeVisible();
});

test("without a recording of CPython the Python tab shows none of TypeScript, and says what there is to do", async ({
  page,
}) => {
  for (const [address, example, word] of [
    ["streams/", "streams/echo", undefined],
    ["threads/", "threads/to-thread", "neverRuns"],
    ["subprocesses/", "subprocesses/run-a-program", "neverRuns"],
  ] as const) {
    const { pane, view, labels, said, drawing, control } = await openLesson(page, address, example);
    await expect(drawing).toBeAttached();
    await pane.choose("Python");
    await expect(said).toHaveText(word === undefined ? "" : labels[word]);
    await expect(drawing).toHaveCount(0);
    await expect(view.locator(".loop-moment")).toHaveText(word === undefined ? labels.hint : "");
    for (const action of driving) {
      await expect(control(action)).toBeVisible({ visible: word === undefined });
    }
    await pane.element.locator('[data-action="loop"]').click();
    await expect(view).toBeHidden();
  }
});

test("what was recorded is there again when Python is stopped before it began", async ({ page }) => {
  await page.route("**/python/cpython.wasm*", () => {});
  const opened = await openLesson(page, "coroutines/", "coroutines/say-after-tasks");
  const { pane, slider, control } = opened;
  await pane.choose("Python");
  await isRecordingOfPython(opened);
  await pane.pressRun();
  await pane.hasState("running");
  await pane.press("Stop");
  await pane.hasState("stopped");
  await isRecordingOfPython(opened);
  const end = await slider.getAttribute("aria-valuenow");
  await control("back").click();
  await expect(slider).not.toHaveAttribute("aria-valuenow", end ?? "");
});
