import type { Page } from "@playwright/test";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import { expect, Pane, test } from "./pane.ts";

const path = "coroutines/say-after-tasks";
const labels = viewLabelsFor("en");

async function open(page: Page) {
  const asked: string[] = [];
  page.on("request", (request) => request.url().endsWith("/trace.json") && asked.push(request.url()));
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.element.scrollIntoViewIfNeeded();
  await expect(pane.element.locator(".loop-drawing")).toBeVisible();
  const part = (name: string) => pane.element.locator(`[data-loop-part="${name}"]`);
  const control = (action: string) => pane.element.locator(`[data-loop="${action}"]`);
  return { asked, pane, part, control };
}

test("the recorded run is fetched when the reader turns to its picture, and walked through before any run", async ({
  page,
}) => {
  const { asked, pane, part, control } = await open(page);
  expect(asked).toEqual([]);
  await part("picture").hover();
  await expect(part("said")).toHaveText(labels.recordedHere);
  await expect(pane.element.locator(".loop-drawing > svg:not(.plot) text").nth(1)).toHaveText("hello");
  await page.mouse.move(0, 0);
  await control("start").click();
  await expect(part("picture")).toHaveAttribute("aria-valuenow", "0");
  const told: string[] = [];
  const marked: number[] = [];
  for (let step = 0; step < 6; step++) {
    const before = await part("picture").getAttribute("aria-valuenow");
    await control("forward").click();
    await expect(part("picture")).not.toHaveAttribute("aria-valuenow", before ?? "");
    const now = await part("moment").textContent();
    told.push(now ?? "");
    marked.push(await pane.element.locator(".loop-ran-line").count());
  }
  const [ran, next] = [labels.justRan("Task-1 · main", undefined, 16), `${labels.next}hello · sayAfter`];
  const between = told.findIndex((now) => now.includes(ran) && now.includes(next));
  expect(between).toBeGreaterThan(0);
  // In the code, too.
  expect(marked[between]).toBe(1);
  expect(told.slice(between).join("\n")).toContain(`${labels.running}hello · sayAfter`);
  expect(asked).toHaveLength(1);
  await expect(pane.element).toHaveAttribute("data-state", "idle");
  await pane.run();
  await expect(part("said")).toHaveText(/^Ended/);
});

test("who comes by keyboard can walk through it as well", async ({ page }) => {
  const { part, control } = await open(page);
  await control("forward").focus();
  await expect(part("said")).toHaveText(labels.recordedHere);
  await part("picture").press("Home");
  await expect(part("picture")).toHaveAttribute("aria-valuenow", "0");
});

test("of code that was changed the recorded run says so, and is walked through again with the original", async ({
  page,
}) => {
  const { asked, pane, part } = await open(page);
  await pane.replaceCode('console.log("mine");');
  await part("picture").hover();
  await page.mouse.move(0, 0);
  expect(asked).toEqual([]);
  await expect(part("said")).toHaveText(labels.outdated);
  await pane.editor.press("Control+z");
  await part("picture").hover();
  await expect(part("said")).toHaveText(labels.recordedHere);
});

test("once the code is edited, a run that is shown is said to be of other code, and marks nothing in it", async ({
  page,
}) => {
  const { pane, part, control } = await open(page);
  await part("picture").hover();
  await expect(part("said")).toHaveText(labels.recordedHere);
  const marked = pane.element.locator(".loop-waiting-line, .loop-running-line");
  for (const said of [labels.recordedHere, /^Ended at/]) {
    await control("start").click();
    await expect(async () => {
      await control("forward").click();
      await expect(marked.first()).toBeAttached({ timeout: 500 });
    }).toPass();
    await pane.edit();
    await pane.editor.press("Control+Home");
    await page.keyboard.insertText("// One line more.\n");
    await expect(part("said")).toHaveText(labels.outdated);
    await expect(marked).toHaveCount(0);
    await pane.editor.press("Control+z");
    await expect(part("said")).toHaveText(said);
    await expect(marked.first()).toBeAttached();
    await pane.run();
    await expect(part("said")).toHaveText(/^Ended at/);
  }
});

test("where the recorded run cannot be had, it is asked for again, and the program runs all the same", async ({
  page,
}) => {
  await page.route("**/trace.json", (route) => route.abort());
  const { asked, pane, part } = await open(page);
  await part("picture").hover();
  await expect.poll(() => asked.length).toBe(1);
  await page.unroute("**/trace.json");
  await expect
    .poll(async () => {
      await page.mouse.move(0, 0);
      await part("picture").hover();
      return part("said").textContent();
    })
    .toContain(labels.recordedHere);
  await pane.run();
  await expect(part("said")).toHaveText(/^Ended/);
});

test("what is said of where the pointer was left gives way to the moment that the keys go to", async ({
  page,
}) => {
  const { pane, part } = await open(page);
  await part("picture").hover();
  await expect(part("said")).toHaveText(labels.recordedHere);
  await pane.element.locator(".loop-drawing .waits").nth(1).click();
  await expect(part("moment")).toContainText(`Task-1 · main · ${labels.doing.waits}`);
  await page.keyboard.press("End");
  await expect(part("moment")).not.toContainText(`Task-1 · main · ${labels.doing.waits}`);
});

test("a run has the names of the code that ran, whatever is typed meanwhile", async ({ page }) => {
  const { pane, part } = await open(page);
  const code = (name: string) => `import { createTask, run, sleep } from "asyncio-ts";
await new Promise((resolve) => setTimeout(resolve, 1_500));
await run((function* () {
  const ${name} = createTask((function* () { yield* sleep(0.1); })());
  yield* ${name};
})());`;
  await pane.replaceCode(code("before"));
  await pane.press("Run");
  await pane.replaceCode(code("after"));
  await pane.hasState("done");
  await expect(part("said")).toHaveText(/^Ended/);
  await expect(part("sheet")).toContainText("before");
  await expect(part("sheet")).not.toContainText("after");
});

test("the picture tells of the signs that it has", async ({ page }) => {
  const { pane } = await open(page);
  const seen = () =>
    pane.element
      .locator(".loop-legend li:not(.loop-toggle)")
      .evaluateAll((signs) =>
        signs
          .filter((sign) => getComputedStyle(sign).visibility === "visible")
          .map((sign) => sign.textContent),
      );
  expect(await seen()).toEqual(["runs", "ready", "waits", "done", "wakes", labels.enlarged]);
  await pane.replaceCode(
    'import { run, sleep } from "asyncio-ts";\nawait run((function* () {\n  yield* sleep(0.1);\n  throw new Error("mine");\n})());',
  );
  await pane.run();
  await expect.poll(seen).toContain("failed");
});
