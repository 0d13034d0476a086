import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { readExample } from "../../src/examples/read-example.ts";
import { editsKey } from "../../src/playground/memory/edits-key.ts";
import type { Progress } from "../../src/progress/progress.ts";
import { type Done, progressLabelsFor } from "../../src/progress/progress-labels.ts";
import { lessons } from "../../src/site-pages/sidebar.ts";
import { denyStorage } from "./deny-storage.ts";
import { expect, Pane, test } from "./pane.ts";

const labels = progressLabelsFor("en");
const exercise = "tasks/exercise-1-at-once";
const solution = readFileSync(`examples/${exercise}/solution.ts`, "utf8");

/** What the browser keeps before its next page. */
async function keep(page: Page, progress: Partial<Progress>): Promise<void> {
  const kept = JSON.stringify({ read: [], solved: [], ...progress });
  await page.evaluate((kept) => localStorage.setItem("progress", kept), kept);
}

const lessonLink = (page: Page, name: string) =>
  page.locator(".sidebar-content .lessons").getByRole("link", { name, exact: true });

/** Says of all that there is how much is done. */
async function hasSummary(page: Page, done: Pick<Done, "read" | "solved" | "edited">): Promise<void> {
  const toSolve = await page.locator("[data-solve]").count();
  expect(toSolve).toBeGreaterThan(80);
  const text = labels.summary({ ...done, lessons: lessons.length, toSolve });
  await expect(page.locator('[data-part="summary"]')).toHaveText(text);
}

test("a lesson is read when its end has come into view, in both languages and on the front page", async ({
  page,
}) => {
  await page.goto("tasks/");
  await expect(lessonLink(page, "Tasks")).toBeVisible();
  await page.locator(".pagination").scrollIntoViewIfNeeded();
  await expect(lessonLink(page, "Tasks read")).toBeVisible();
  await page.goto("zh-cn/coroutines/");
  await expect(lessonLink(page, "任务 已读")).toBeVisible();
  await expect(page.locator(".done-mark")).toHaveCount(1);
  await page.goto("./");
  await expect(page.locator(".chapters").getByRole("link", { name: "Tasks read" })).toBeVisible();
});

test("who is led to the end of a lesson has not read it, until it comes into view again", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  // Code that comes later than the page may push its end out of view again.
  await page.route("**/code/**", (route) => route.abort());
  await page.goto("host-event-loop/#example-exercise-4-empty-bill");
  await expect(page.locator(".pagination")).toBeInViewport();
  // Two frames after all that was looked at first.
  await page.evaluate(
    () => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))),
  );
  expect(await page.evaluate(() => localStorage.getItem("progress"))).toBeNull();
  await page.keyboard.press("Home");
  await expect(page.locator(".pagination")).not.toBeInViewport();
  // What panes say of code that does not come makes the page longer meanwhile: who wants to see its end goes on.
  await expect(async () => {
    await page.keyboard.press("End");
    await expect(lessonLink(page, "The host's event loop read")).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test("the front page leads to where the reader was, and a new reader to lesson one", async ({ page }) => {
  await page.goto("./");
  const button = page.locator(".hero-actions .primary");
  await expect(button).toHaveText("Start with lesson one");
  await page.goto("tasks/");
  const heading = page.locator(".sl-markdown-content h2").nth(1);
  const id = (await heading.getAttribute("id")) ?? "";
  await heading.evaluate((element) => element.scrollIntoView());
  await page.goto("./");
  await expect(button).toHaveText(labels.goOn("Tasks"));
  await button.click();
  await expect(page).toHaveURL(/\/tasks\/#/);
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe(`#${id}`);
  await page.goto("zh-cn/");
  await expect(button).toHaveText("接着学：任务");
  await expect(button).toHaveAttribute("href", /\/zh-cn\/tasks\/$/);
  await keep(page, { read: ["tasks"], place: { lesson: "tasks", language: "zh-cn", heading: "" } });
  await page.goto("./");
  await expect(button).toHaveText(labels.goOn("Waiting for several things"));
  await keep(page, { read: lessons });
  await page.goto("./");
  await expect(button).toHaveText("Start with lesson one");
});

test("an exercise is solved by code of the reader's own, and stays so", async ({ page }) => {
  await page.goto("tasks/");
  const pane = new Pane(page, exercise);
  const mark = pane.element.getByRole("img", { name: "solved" });
  await pane.choose("Solution");
  await pane.run();
  await expect(pane.element).toHaveAttribute("data-verdict", "right");
  await expect(mark).toBeHidden();
  await pane.choose("Exercise");
  await pane.run();
  await expect(mark).toBeHidden();
  await pane.replaceCode(solution);
  await pane.run();
  await expect(mark).toBeVisible();
  await page.goto("zh-cn/tasks/");
  await expect(pane.element.getByRole("img", { name: "已完成" })).toBeVisible();
  await page.goto("progress/");
  await hasSummary(page, { read: 0, solved: 1, edited: 1 });
  await expect(page.locator(`[data-solve="${exercise}"]`).getByRole("img", { name: "solved" })).toBeVisible();
});

test("a puzzle is solved by the right order, and not by asking for the answer", async ({ page }) => {
  const path = "tasks/first-step";
  await page.goto("tasks/");
  const pane = new Pane(page, path);
  const mark = pane.element.getByRole("img", { name: "solved" });
  const question = pane.element.getByText("What comes out, in which order?");
  await question.click();
  await pane.element.getByRole("button", { name: "Show the answer" }).click();
  await expect(pane.element.locator(".pane-expected")).toBeVisible();
  await expect(mark).toHaveCount(0);
  await page.reload();
  await question.click();
  for (const line of readExample(path).output.trimEnd().split("\n")) {
    await pane.element
      .getByRole("list", { name: "Lines to choose from" })
      .getByRole("button", { name: line, exact: true })
      .first()
      .click();
  }
  await expect(mark).toBeVisible();
  await page.goto("zh-cn/tasks/");
  await expect(pane.element.getByRole("img", { name: "已完成" })).toBeVisible();
  await page.goto("progress/");
  await hasSummary(page, { read: 0, solved: 1, edited: 0 });
});

test("a lesson is ticked and unticked by hand, which another window sees at once", async ({
  page,
  context,
}) => {
  await page.goto("progress/");
  const other = await context.newPage();
  await other.goto("coroutines/");
  await page.getByRole("checkbox", { name: labels.markAsRead("Tasks"), exact: true }).check();
  await hasSummary(page, { read: 1, solved: 0, edited: 0 });
  await expect(lessonLink(other, "Tasks read")).toBeVisible();
  const front = await context.newPage();
  await front.goto("./");
  const button = front.locator(".hero-actions .primary");
  await expect(button).toHaveText(labels.goOn("From await to yield*"));
  await page.getByRole("checkbox", { name: labels.markAsRead("Tasks"), exact: true }).uncheck();
  await hasSummary(page, { read: 0, solved: 0, edited: 0 });
  await expect(lessonLink(other, "Tasks")).toBeVisible();
  await expect(button).toHaveText("Start with lesson one");
});

test("what is kept goes to a file, is erased, and comes back from the file", async ({ page }) => {
  await page.goto("progress/");
  await keep(page, { read: ["tasks"], solved: [exercise] });
  const key = editsKey("coroutines/say-after", "en");
  await page.evaluate((key) => localStorage.setItem(key, '{"at":1,"files":{"main.ts":"// mine"}}'), key);
  await page.reload();
  await hasSummary(page, { read: 1, solved: 1, edited: 1 });

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: labels.save }).click();
  const file = await (await download).path();
  expect(JSON.parse(await readFile(file, "utf8"))).toEqual({
    division: 1,
    read: ["tasks"],
    solved: [exercise],
    edits: { "en/coroutines/say-after": { "main.ts": "// mine" } },
  });

  page.once("dialog", (dialog) => void dialog.dismiss());
  await page.getByRole("button", { name: labels.erase }).click();
  await hasSummary(page, { read: 1, solved: 1, edited: 1 });
  page.once("dialog", (dialog) => void dialog.accept());
  await page.getByRole("button", { name: labels.erase }).click();
  await hasSummary(page, { read: 0, solved: 0, edited: 0 });
  await expect(page.getByText(labels.erased)).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

  await keep(page, { read: ["coroutines"] });
  await page.evaluate((key) => localStorage.setItem(key, '{"at":1,"files":{"main.ts":"// newer"}}'), key);
  await open(page, await readFile(file));
  await expect(page.getByText(labels.opened(0))).toBeVisible();
  await hasSummary(page, { read: 2, solved: 1, edited: 1 });
  expect(await page.evaluate((key) => localStorage.getItem(key), key)).toContain("// newer");
});

test("a file pushes out none of the reader's own edits, and what has no room is told", async ({ page }) => {
  await page.goto("progress/");
  await page.evaluate(() => {
    for (let at = 0; at < 59; at++) {
      localStorage.setItem(`edits:en/mine/e${at}`, JSON.stringify({ at, files: { "main.ts": "// mine" } }));
    }
  });
  const edits = Object.fromEntries([0, 1, 2].map((at) => [`en/other/e${at}`, { "main.ts": "// other" }]));
  const text = JSON.stringify({ read: [], solved: [], edits: { ...edits, "en/other/empty": {} } });
  await open(page, Buffer.from(text));
  await expect(page.getByText(labels.opened(2))).toBeVisible();
  await hasSummary(page, { read: 0, solved: 0, edited: 60 });
  const mine = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("/mine/")));
  expect(mine).toHaveLength(59);
});

test("a file that is none of ours is refused with a reason, and changes nothing", async ({ page }) => {
  await page.goto("progress/");
  await keep(page, { read: ["tasks"] });
  await page.reload();
  const before = await page.evaluate(() => JSON.stringify(localStorage));
  const fine = { read: ["errors"], solved: [] };
  for (const [text, reason] of [
    ["", 'expected JSON, found ""'],
    ["<html>", 'expected JSON, found "<html>"'],
    ["[]", "expected an object as “progress”, found []"],
    ['{"read":["<img src=x>"],"solved":[]}', 'found "<img src=x>"'],
    [JSON.stringify({ ...fine, edits: { "../../x": { "main.ts": "1" } } }), "found ../../x"],
    [JSON.stringify({ ...fine, edits: { "en/a/b": null } }), "expected files by their names"],
    ['{"read":[],"solved":[],"edits":{"en/a/b":{"__proto__":"1"}}}', "as in main.ts, found __proto__"],
    [
      JSON.stringify({ ...fine, edits: { "en/a/b": { "main.ts": 1 } } }),
      "expected text as the code of main.ts, found 1",
    ],
    [
      JSON.stringify({ ...fine, edits: { "en/a/b": { "main.ts": "x".repeat(300_000) } } }),
      "expected at most",
    ],
    [JSON.stringify({ ...fine, edits: [] }), "expected an object as “edits”, found []"],
    [" ".repeat(10_000_001), "expected at most 10000000 bytes, found 10000001"],
  ] as const) {
    await open(page, Buffer.from(text));
    await expect(page.locator('[data-part="message"]')).toContainText(reason);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(before);
  }
  await hasSummary(page, { read: 1, solved: 0, edited: 0 });
});

test("a browser that keeps nothing, or nonsense, shows the pages as to a new reader", async ({
  page,
  browser,
}) => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await page.goto("./");
  await page.evaluate(() => localStorage.setItem("progress", '{"read":"tasks"}'));
  await page.reload();
  await expect(page.locator(".hero-actions .primary")).toHaveText("Start with lesson one");
  const base = new URL(page.url()).href;
  await page.goto("progress/");
  await hasSummary(page, { read: 0, solved: 0, edited: 0 });

  const denied = await browser.newPage({ baseURL: base });
  denied.on("pageerror", ({ message }) => errors.push(message));
  await denyStorage(denied);
  await denied.goto("tasks/");
  await denied.locator(".pagination").scrollIntoViewIfNeeded();
  await denied.goto("progress/");
  await hasSummary(denied, { read: 0, solved: 0, edited: 0 });
  await denied.close();
  expect(errors).toEqual([]);
});

/** Chooses a file that has this in it. */
async function open(page: Page, content: Buffer): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: labels.open }).click();
  const file = { name: "asyncio-ts-progress.json", mimeType: "application/json", buffer: content };
  await (await chooser).setFiles(file);
}

test("what there is to solve in a lesson is listed in the order of its page", async ({ page }) => {
  await page.goto("progress/");
  const listed = page.locator("[data-solve]");
  for (const lesson of ["time-limits", "tasks", "host-event-loop", "synchronisation"]) {
    const html = readFileSync(`dist/${lesson}/index.html`, "utf8");
    const shown = [...html.matchAll(/data-example="([^"]+)"/g)].map(([, path = ""]) => path);
    const paths = await listed.evaluateAll(
      (all, shown) =>
        all.map((entry) => entry.getAttribute("data-solve") ?? "").filter((path) => shown.includes(path)),
      shown,
    );
    expect(paths.length).toBeGreaterThan(1);
    expect(paths).toEqual(shown.filter((path) => paths.includes(path)));
  }
});
