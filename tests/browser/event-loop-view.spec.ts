import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import { labelsFor } from "../../src/playground/labels.ts";
import { traceLimits } from "../../src/trace/trace.ts";
import { hostileTraces } from "../event-loop-view/hostile-traces.ts";
import { findViolations } from "./find-violations.ts";
import { forgedTraces } from "./forged-traces.ts";
import { roomBeside } from "./names-of-lanes.ts";
import { expect, Pane, test } from "./pane.ts";

const labels = viewLabelsFor("en");

/** The event-loop view of a pane, driven by what readers see and hear of it. */
class View {
  readonly element: Locator;
  readonly picture: Locator;
  readonly said: Locator;
  readonly moment: Locator;

  constructor(pane: Pane) {
    this.element = pane.element.locator(".pane-loop");
    this.picture = this.element.getByRole("slider", { name: labels.moment });
    this.said = this.element.locator("[aria-live]");
    this.moment = this.element.locator(".loop-moment");
  }

  button(name: string): Locator {
    return this.element.getByRole("button", { name, exact: true });
  }

  /** What is drawn of a kind. */
  drawn(kind: string): Locator {
    return this.element.locator(`.loop-drawing .${kind}`);
  }

  /** The file that the run is saved as, by the name of a button in the choice of such. */
  async saved(kind: string): Promise<string> {
    const save = this.button(`${labels.save} ↓`);
    if ((await save.getAttribute("aria-expanded")) === "false") {
      await save.click();
    }
    const downloaded = this.element.page().waitForEvent("download");
    await this.button(kind).click();
    return readFileSync(await (await downloaded).path(), "utf8");
  }

  async isPaused(): Promise<void> {
    await expect(this.said).toContainText(/^Paused at/);
  }
}

async function openTasks(page: Page): Promise<{ pane: Pane; view: View }> {
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after-tasks");
  return { pane, view: new View(pane) };
}

const twoTasks = `import { createTask, run, sleep } from "asyncio-ts";

function* say(what) {
  yield* sleep(0.05);
  console.log(what);
}

function* main() {
  const hello = createTask(say("hello"));
  yield* hello;
  yield* say("world");
}

await run(main());
`;

const { recordedRun } = labelsFor("en");
const recorded = { name: "Timeline of 3 tasks in 2.00 s" };

test("without scripts the front page shows a recorded run, and a lesson leads to one", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("");
  await expect(page.getByRole("img", recorded)).toBeVisible();
  await page.goto("coroutines/");
  await page.getByRole("link", { name: recordedRun.browser }).click();
  await expect(page.getByRole("img", recorded).first()).toBeInViewport();
  await context.close();
});

test("the recorded run is fetched as the reader comes near; where it cannot be, the link to it stays", async ({
  page,
}) => {
  await page.route("**/code/**", (route) => route.abort());
  const { pane, view } = await openTasks(page);
  await pane.element.scrollIntoViewIfNeeded();
  await expect(view.element.getByRole("link", { name: recordedRun.browser })).toBeVisible();
  await page.unroute("**/code/**");
  await page.reload();
  await pane.element.scrollIntoViewIfNeeded();
  await expect(view.element.getByRole("img", recorded)).toBeVisible();
});

test("the picture of a run takes the place of the recorded one, and nothing moves", async ({ page }) => {
  const { pane, view } = await openTasks(page);
  await view.element.scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        shifts.push((entry as never as { value: number }).value);
      }
    }).observe({ type: "layout-shift", buffered: false });
  });
  await pane.run();
  await expect(view.said).toHaveText(/^Ended at 2\.\d+ s$/);
  await expect(view.drawn("end")).toHaveCount(3);
  expect(await view.drawn("waits").count()).toBeGreaterThanOrEqual(4);
  const shifts = await page.evaluate(() => (globalThis as never as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.01);
});

test("a program is stepped through, and the lines at which its tasks wait are marked", async ({ page }) => {
  const { pane, view } = await openTasks(page);
  await pane.replaceCode(twoTasks);
  await view.button(labels.step).click();
  await view.isPaused();
  const drawn = () => view.element.locator(".loop-drawing").innerHTML();
  let before = await drawn();
  for (let step = 0; step < 2; step++) {
    await view.button(labels.step).click();
    await expect.poll(drawn).not.toBe(before);
    before = await drawn();
  }
  const waiting = pane.element.locator(".cm-line.loop-waiting-line");
  await expect(waiting).toHaveCount(2);
  await expect(waiting.nth(0)).toContainText("yield* sleep(0.05)");
  await expect(waiting.nth(0)).toHaveAttribute("data-waiting", /say/);
  await expect(waiting.nth(1)).toContainText("yield* hello");

  await view.button(labels.stepToOutput).click();
  await expect(pane.log).toHaveText("hello\n");
  await view.isPaused();
  await view.button(labels.resume).click();
  await pane.hasState("done");
  await pane.hasPrinted("hello\nworld\n");
  await expect(waiting).toHaveCount(0);
});

test("nothing can be paused while what draws the run is still on its way", async ({ page }) => {
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/event-loop-view\.[^/]*\.js$/, async (route) => {
    await isReleased;
    await route.fallback();
  });
  const { pane, view } = await openTasks(page);
  await pane.press("Run");
  await expect(pane.element).toHaveAttribute("data-state", "running");
  await expect(view.button(labels.pause)).toBeDisabled();
  release();
  await pane.hasState("done");
});

test("a run can be paused while it goes on", async ({ page }) => {
  const { pane, view } = await openTasks(page);
  // Long enough for a slow machine to press the button.
  await pane.replaceCode(twoTasks.replace("sleep(", "sleep(300 + "));
  await pane.press("Run");
  await expect(pane.element).toHaveAttribute("data-state", "running");
  await view.button(labels.pause).click();
  await view.isPaused();
  await view.button(labels.resume).click();
  await expect(view.button(labels.pause)).toBeEnabled();
  await pane.hasState("running");
  await pane.press("Stop");
  await pane.hasState("stopped");
  await pane.hasPrinted("");
});

test("the picture and the lines of the code point at each other", async ({ page }) => {
  const { pane, view } = await openTasks(page);
  await pane.replaceCode(twoTasks);
  await pane.run();
  await expect(view.said).toHaveText(/^Ended/);
  await pane.element.locator(".cm-line", { hasText: "yield* sleep" }).hover();
  await expect(view.drawn("lit").first()).toBeAttached();

  // Its name lies over it.
  await view.drawn("waits").last().hover({ force: true });
  await expect(pane.element.locator(".cm-line.loop-lit-line")).not.toHaveCount(0);
  await expect(view.moment).toContainText("waits: sleep");
});

test("the keyboard does it all", async ({ page }) => {
  const { pane, view } = await openTasks(page);
  await pane.replaceCode(twoTasks);
  await view.button(labels.step).focus();
  await page.keyboard.press("Enter");
  await view.isPaused();
  await page.keyboard.press("Shift+Tab");
  await expect(view.button(labels.resume)).toBeFocused();
  await page.keyboard.press("Space");
  await pane.hasState("done");

  await view.picture.focus();
  await page.keyboard.press("Home");
  await expect(view.picture).toHaveAttribute("aria-valuenow", "0");
  await page.keyboard.press("ArrowRight");
  await expect(view.picture).toHaveAttribute("aria-valuetext", /Running: Task-1 · main/);
  await page.keyboard.press("End");
  const last = (await view.picture.getAttribute("aria-valuemax")) ?? "";
  expect(Number(last)).toBeGreaterThan(20);
  await expect(view.picture).toHaveAttribute("aria-valuenow", last);
  await expect(view.picture).toHaveAttribute("aria-valuetext", /Ready queue: empty; Timers: empty/);
  const whole = await view.element.locator(".tick").allTextContents();
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await expect.poll(() => view.element.locator(".tick").allTextContents()).not.toEqual(whole);
  await page.keyboard.press("0");
  await expect.poll(() => view.element.locator(".tick").allTextContents()).toEqual(whole);
  await page.keyboard.press("Tab");
  await expect(view.picture).not.toBeFocused();
});

test("the table says what the picture shows", async ({ page }) => {
  const { pane, view } = await openTasks(page);
  await pane.replaceCode(twoTasks);
  await pane.run();
  await expect(view.said).toHaveText(/^Ended/);
  await expect(view.drawn("end")).toHaveCount(2);
  await view.button(labels.table).click();
  await expect(view.button(labels.table)).toHaveAttribute("aria-pressed", "true");
  const rows = view.element.getByRole("row");
  const waits = rows.filter({ has: page.getByRole("cell", { name: "waits", exact: true }) });
  await expect(waits).toHaveCount(await view.drawn("waits").count());
  await expect(waits.filter({ hasText: "sleep" })).toHaveCount(2);
  await expect(rows.filter({ hasText: "prints" }).filter({ hasText: "hello" })).toHaveCount(1);
  await expect(rows.filter({ has: page.getByRole("cell", { name: "done", exact: true }) })).toHaveCount(2);
});

test("the picture is saved as an SVG file of its own", async ({ page }) => {
  const { pane, view } = await openTasks(page);
  await pane.replaceCode(twoTasks.replace('say("hello")', 'say("<&hello>")'));
  await pane.run();
  await expect(view.said).toHaveText(/^Ended/);
  const file = await view.saved(`SVG: ${labels.exportSvg}`);
  const read = await page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, "image/svg+xml");
    return {
      error: svg.querySelector("parsererror")?.textContent,
      root: svg.documentElement.namespaceURI,
      bars: svg.querySelectorAll(".waits").length,
      isColourful: !/var\(/.test(svg.querySelector("style")?.textContent ?? "var("),
    };
  }, file);
  expect(read).toEqual({
    error: undefined,
    root: "http://www.w3.org/2000/svg",
    bars: await view.drawn("waits").count(),
    isColourful: true,
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in an open view, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const { pane, view } = await openTasks(page);
    await pane.replaceCode(twoTasks);
    await view.button(labels.step).click();
    await view.isPaused();
    await view.button(labels.step).click();
    await expect(pane.element.locator(".loop-waiting-line")).toHaveCount(1);
    await view.button(labels.table).click();
    expect(await findViolations(page, "[data-editor]")).toEqual([]);
  });
}

test("a blocked loop is drawn across all lanes", async ({ page }) => {
  const { pane, view } = await openTasks(page);
  // However late the timer comes: most of the run is the block, which so has room for its label.
  await pane.replaceCode(`import { run, sleep } from "asyncio-ts";
const start = performance.now();
function* main() {
  yield* sleep(0.01);
  const late = performance.now() - start;
  const end = performance.now() + 120 + 4 * late;
  while (performance.now() < end);
}
await run(main());
`);
  await pane.run();
  await expect(view.drawn("blocked")).toHaveCount(1);
  await expect(view.element.locator(".blocked-label")).toContainText(/^loop blocked for \d+\.\d\d s$/);
});

test("of a long run the beginning is drawn, and what is left out is counted", async ({ page }) => {
  const turns = 80_000;
  const { pane, view } = await openTasks(page);
  await pane.replaceCode(`import { run, sleep } from "asyncio-ts";
function* main() {
  for (let turn = 0; turn < ${turns}; turn++) yield* sleep(0);
}
await run(main());
`);
  await pane.run();
  await expect(view.said).toHaveText(/^Ended at .* s\. [\d,]+ later events are not shown$/);
  const leftOut = Number(
    /([\d,]+) later/.exec((await view.said.textContent()) ?? "")?.[1]?.replaceAll(",", ""),
  );
  // In each turn the task begins, waits, is queued and ends.
  expect((traceLimits.all + leftOut) / turns).toBeCloseTo(4, 1);
});

test("on a phone the recorded picture stands alone; a touch, or the button, opens all of the view, which fits", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const { pane, view } = await openTasks(page);
  const toggle = pane.element.getByRole("button", { name: labelsFor("en").loop, exact: true });
  const controls = view.element.locator(".loop-bar");
  // The picture is fetched as the reader comes near.
  await pane.element.scrollIntoViewIfNeeded();
  await expect(view.element.locator(".loop-drawing")).toBeVisible();
  await expect(controls).toBeHidden();
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
  // It is of the code that is shown, and of no other.
  await pane.choose("async/await");
  await expect(view.element).toBeHidden();
  await pane.choose("asyncio-ts");
  await expect(view.element.locator(".loop-drawing")).toBeVisible();
  await toggle.click();
  await expect(controls).toBeVisible();
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  await toggle.click();
  await expect(view.element).toBeHidden();
  await page.reload();
  await view.element.locator(".loop-drawing").click();
  await expect(controls).toBeVisible();
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  await pane.run();
  await expect(view.said).toHaveText(/^Ended/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  // Names are whole, in a picture that was drawn here.
  const names = view.element.locator(".loop-drawing > svg:not(.plot) text");
  await expect(names.filter({ hasText: /^(hello|world)$/ })).toHaveCount(2);
  await expect.poll(() => roomBeside(names)).toBeGreaterThanOrEqual(0);
});

test("any example can be watched: the view is one press away and leaves no trace when it is closed", async ({
  page,
}) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after");
  const view = new View(pane);
  const toggle = pane.element.getByRole("button", { name: labelsFor("en").loop, exact: true });
  await toggle.click();
  await expect(view.picture).toBeVisible();
  await pane.replaceCode(twoTasks);
  await pane.run();
  await expect(view.said).toHaveText(/^Ended/);
  await expect(view.drawn("end")).toHaveCount(2);
  await toggle.click();
  await expect(view.element).toBeHidden();
});

test("the views of two panes refer to patterns and marks of their own", async ({ page }) => {
  await page.goto("coroutines/");
  for (const example of ["coroutines/say-after", "coroutines/future-and-coroutine"]) {
    const pane = new Pane(page, example);
    const view = new View(pane);
    await pane.element.getByRole("button", { name: labelsFor("en").loop, exact: true }).click();
    await pane.replaceCode(twoTasks);
    await pane.run();
    await expect(view.drawn("end")).toHaveCount(2);
  }
  const ids = await page
    .locator(".loop-drawing [id]")
    .evaluateAll((elements) => elements.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(10);
  expect(new Set(ids).size).toBe(ids.length);
});

/** An example that runs in Node alone: what is shown of it is a run that was recorded there. */
async function openPrograms(page: Page): Promise<{ pane: Pane; view: View }> {
  await page.goto("subprocesses/");
  const pane = new Pane(page, "subprocesses/run-a-program");
  const view = new View(pane);
  await view.element.scrollIntoViewIfNeeded();
  await expect(view.element.getByRole("img", programs)).toBeVisible();
  return { pane, view };
}

const programs = { name: /^Timeline of 4 tasks in 1\.\d+ s$/ };

test("a run recorded in Node says so, and has nothing to press that would need a run", async ({ page }) => {
  const { view } = await openPrograms(page);
  await expect(view.said).toHaveText(labels.recorded);
  await view.element.hover();
  await expect(view.picture).toBeVisible();
  for (const name of [labels.pause, labels.resume, labels.step, labels.stepToOutput]) {
    await expect(view.button(name)).toHaveCount(0);
  }
  await expect(view.element.getByRole("combobox")).toHaveCount(0);
  await expect(view.element.getByRole("button", { disabled: true })).toHaveCount(0);
  await expect(view.moment).not.toContainText("Run it");
});

test("a run recorded in Node can be pointed at, from the picture and from the code", async ({ page }) => {
  const { pane, view } = await openPrograms(page);
  await view.element.hover();
  await expect(view.element.locator(".loop-cursor")).toBeAttached();
  await view.drawn("on-wait").filter({ hasText: "StreamReader.read" }).first().hover();
  await expect(view.moment).toContainText("Task-2 · say · waits: StreamReader.read");
  // Static code has no elements for its lines: where the lit one is, the pointer goes.
  await expect(pane.element.locator(".loop-lit-line")).toHaveCount(1);
  const file = pane.element.locator('[data-file="main.ts"]');
  const [line, whole] = [
    await pane.element.locator(".loop-lit-line").boundingBox(),
    await file.boundingBox(),
  ];
  const y = (line?.y ?? 0) + (line?.height ?? 0) / 2 - (whole?.y ?? 0);
  await file.hover({ position: { x: 60, y } });
  await expect.poll(() => view.drawn("waits.lit").count()).toBeGreaterThanOrEqual(3);
});

test("a run recorded in Node is zoomed into, read as a table and saved", async ({ page }) => {
  const { view } = await openPrograms(page);
  const ticks = () => view.element.locator(".tick").allTextContents();
  // The first press of all, which has to wait for the recording.
  await view.button(labels.zoomIn).focus();
  await page.keyboard.press("Enter");
  await expect(view.element.locator(".loop-cursor")).toBeAttached();
  await view.button(labels.fit).click();
  await expect(view.drawn("end")).toHaveCount(4);
  const whole = await ticks();
  await view.button(labels.zoomIn).click();
  await expect.poll(ticks).not.toEqual(whole);
  await view.picture.focus();
  await page.keyboard.press("0");
  await expect.poll(ticks).toEqual(whole);
  await page.keyboard.press("End");
  await expect(view.picture).toHaveAttribute("aria-valuetext", /Ready queue: empty; Timers: empty/);

  await view.button(labels.table).click();
  const rows = view.element.getByRole("row");
  await expect(rows.filter({ hasText: "waits" }).filter({ hasText: "StreamReader.read" })).not.toHaveCount(0);
  await expect(rows.filter({ has: page.getByRole("cell", { name: "done", exact: true }) })).toHaveCount(4);
  expect(await view.saved(`SVG: ${labels.exportSvg}`)).toContain("coffee is ready");
});

test("a recording that cannot be fetched is asked for again, and its picture stays", async ({ page }) => {
  // It could be drawn, and yet is none that a loop has told.
  const event = { at: -1, kind: "task created", task: 1, name: "early", parent: 0, frames: [] };
  await page.route("**/trace.json", (route) => route.fulfill({ json: [event] }));
  const { pane, view } = await openPrograms(page);
  await view.element.hover();
  await expect(pane.status).toHaveText(labelsFor("en").viewFailed);
  await expect(view.element.getByRole("img", programs)).toBeVisible();
  await page.unroute("**/trace.json");
  await view.button(labels.zoomIn).click();
  await expect(view.element.locator(".loop-cursor")).toBeAttached();
});

test("on a phone a run recorded in Node is one touch away, and fits", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("subprocesses/");
  const pane = new Pane(page, "subprocesses/run-a-program");
  const view = new View(pane);
  await expect(view.element.locator(".loop-bar")).toBeHidden();
  await pane.element.getByRole("button", { name: labelsFor("en").loop, exact: true }).click();
  await expect(view.element.getByRole("img", programs)).toBeVisible();
  await expect(view.element.locator(".loop-cursor")).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("without scripts a run recorded in Node is a link away", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("zh-cn/subprocesses/");
  await page.getByRole("link", { name: labelsFor("zh-CN").recordedRun.node }).click();
  await expect(page.getByRole("img", { name: /^1\.\d+ s 内 4 个任务的时间线$/ })).toBeInViewport();
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in a run recorded in Node, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const { view } = await openPrograms(page);
    await view.element.hover();
    await expect(view.element.locator(".loop-cursor")).toBeAttached();
    await view.button(labels.table).click();
    const pane = '[data-example="subprocesses/run-a-program"]';
    expect(await findViolations(page, pane)).toEqual([]);
  });
}

test("both languages name the controls", async ({ page }) => {
  await page.goto("zh-cn/coroutines/");
  const pane = page.locator('[data-example="coroutines/say-after-tasks"]');
  for (const name of ["暂停", "单步", "到下一次输出", "表格"]) {
    await expect(pane.getByRole("button", { name, exact: true })).toBeVisible();
  }
  await expect(pane.locator(".loop-legend")).toContainText("等待");
});

/** Drops a file on the view, as a reader does who has recorded a program. */
async function drop(view: View, name: string, text: string): Promise<void> {
  const data = await view.element.page().evaluateHandle(
    ({ name, text }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name, { type: "application/json" }));
      return transfer;
    },
    { name, text },
  );
  await view.element.dispatchEvent("drop", { dataTransfer: data });
}

test("a trace of CPython that is dropped on the view is drawn, with its lines", async ({ page }) => {
  const { view } = await openTasks(page);
  const trace = readFileSync("examples/coroutines/say-after-tasks/trace.python.json", "utf8");
  await drop(view, "mine.json", trace);
  await expect(view.said).toHaveText(labels.opened("mine.json"));
  await expect(view.element.getByRole("img", { name: /^Timeline of 3 tasks/ })).toBeVisible();
  await view.button(labels.table).click();
  await expect(view.element.getByRole("region", { name: labels.table })).toContainText("say_after");
});

test("a run of another program marks no line of the code beside it", async ({ page }) => {
  const { pane, view } = await openTasks(page);
  await drop(view, "other.json", readFileSync("examples/cancellation/cancel-a-task/trace.json", "utf8"));
  await expect(view.said).toHaveText(labels.opened("other.json"));
  await view.picture.press("Home");
  for (let step = 0; step < 8; step++) {
    await view.picture.press("ArrowRight");
    await expect(pane.element.locator("[class*='loop-'][class*='-line']")).toHaveCount(0);
  }
  await expect(view.picture).not.toHaveAttribute("aria-valuenow", "0");
});

test("a file that is no trace changes nothing but what is said", async ({ page }) => {
  const { view } = await openTasks(page);
  await drop(view, "good.json", readFileSync("examples/coroutines/say-after/trace.python.json", "utf8"));
  await expect(view.element.getByRole("img", { name: /^Timeline of 1 task / })).toBeVisible();
  await drop(view, "<img src=x>.json", '[{ "at": 0, "kind": "task eaten" }]');
  const why =
    'in event 1 “kind” must be a kind of event that there is, and is "task eaten". Open what Save or a recorder has written';
  await expect(view.said).toHaveText(labels.noTrace("<img src=x>.json", why));
  await expect(view.element.getByRole("img", { name: /^Timeline of 1 task / })).toBeVisible();
});

test("whatever is in a trace that is dropped, no more is drawn than a page can show", async ({ page }) => {
  test.setTimeout(600_000);
  const { view } = await openTasks(page);
  for (const [about, make] of Object.entries(hostileTraces)) {
    await test.step(about, async () => {
      await drop(view, "hostile.trace.json", JSON.stringify(make()));
      await expect(view.said).toHaveText(labels.opened("hostile.trace.json"));
      await view.button(labels.table).click();
      await view.picture.press("Home");
      await view.picture.press("End");
      await expect(view.picture).toHaveAttribute("aria-valuenow", /\d+/);
      expect(await view.element.locator("*").count()).toBeLessThan(30_000);
      await view.button(labels.table).click();
    });
  }
});

test("what a program forges of its trace is drawn within the same bounds, and the next one runs", async ({
  page,
}) => {
  test.setTimeout(600_000);
  const { pane, view } = await openTasks(page);
  let runs = 0;
  for (const [about, program] of Object.entries(forgedTraces)) {
    await test.step(about, async () => {
      await pane.replaceCode(program(++runs));
      await pane.run();
      await expect(pane.log).toContainText("sent");
      await view.picture.press("Home");
      await view.picture.press("End");
      expect(await view.element.locator("*").count()).toBeLessThan(30_000);
      await pane.replaceCode('console.log("the next one");');
      runs++;
      await pane.run();
      await pane.hasPrinted("the next one\n");
    });
  }
});

test("a run that was saved and is dropped on the view gives the same picture, also of plain promises", async ({
  page,
}) => {
  const { pane, view } = await openTasks(page);
  for (const tab of ["asyncio-ts", "async/await"]) {
    await pane.choose(tab);
    await pane.element.locator('button[data-action="run"]').click();
    await pane.hasState("done");
    await expect(view.said).toHaveText(/^Ended/);
    await view.picture.press("Home");
    const shown = () => view.element.locator(".loop-drawing").evaluate((drawing) => drawing.outerHTML);
    const before = await shown();
    const saved = await view.saved(`.trace.json: ${labels.saveTrace}`);
    await drop(view, "other.json", readFileSync("examples/coroutines/say-after/trace.python.json", "utf8"));
    await expect(view.said).toHaveText(labels.opened("other.json"));
    await expect.poll(shown).not.toBe(before);
    await drop(view, "mine.trace.json", saved);
    await expect(view.said).toHaveText(labels.opened("mine.trace.json"));
    await expect.poll(shown).toBe(before);
  }
});

test("a run is saved as a Chrome trace, whose threads are the lanes", async ({ page }) => {
  // The recorded run cannot be had.
  await page.route("**/trace.json", (route) => route.abort());
  const { pane, view } = await openTasks(page);
  await view.button(`${labels.save} ↓`).click();
  await view.button(`Perfetto: ${labels.saveChromeTrace}`).click();
  await expect(view.said).toHaveText(labels.nothingToSave);
  await pane.press("Run");
  await pane.hasState("done");
  const { traceEvents } = JSON.parse(await view.saved(`Perfetto: ${labels.saveChromeTrace}`));
  const threads = traceEvents.filter(({ name }: { name: string }) => name === "thread_name");
  expect(threads.length).toBe(4);
  const printed = traceEvents.filter(({ name }: { name: string }) => name === labels.prints);
  expect(printed.map(({ args }: { args: { text: string } }) => args.text)).toEqual(
    expect.arrayContaining(["hello", "world"]),
  );
});

test("by keyboard a trace is chosen with O, also before any run", async ({ page }) => {
  const { view } = await openTasks(page);
  await view.button(labels.table).click();
  const chosen = page.waitForEvent("filechooser");
  await view.picture.press("o");
  await (await chosen).setFiles("examples/coroutines/say-after/trace.python.json");
  await expect(view.said).toHaveText(labels.opened("trace.python.json"));
  await expect(view.element.getByRole("img", { name: /^Timeline of 1 task / })).toBeVisible();
});

test("a view that was closed on a run that goes on is closed on its end, once another run has taken its place", async ({
  page,
}) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after-tasks");
  const view = pane.element.locator(".pane-loop");
  const toggle = pane.element.locator('[data-action="loop"]');
  if ((await toggle.getAttribute("aria-pressed")) === "false") {
    await toggle.click();
  }
  await view.locator('[data-loop="step"]').click();
  await expect(view.locator('[data-loop-part="said"]')).toContainText("Paused at");
  await toggle.click();
  await pane.edit();
  await page.keyboard.press("Control+Enter");
  await pane.hasState("done");
  await toggle.click();
  await expect(view.locator('[data-loop-part="said"]')).toContainText("Ended at");
  await view.locator('[data-loop="step"]').click();
  await expect(view.locator('[data-loop-part="said"]')).toContainText("Paused at");
});
