import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import axe from "axe-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../browser/find-browser.ts";
import { installPackage } from "../machine/installed-package.ts";
import { bundle, bundleApart, type HostPage, openPage } from "./watched-page.ts";

const executablePath = findBrowser();

/** What goes on without end, and counts how often in the title. */
const ticking = `
import { run, sleep } from "asyncio-ts";
import { watch } from "asyncio-ts/watch";
Object.assign(window, { watch, overlay: watch() });
function* tick() {
  for (let count = 1; ; count++) {
    document.title = String(count);
    yield* sleep(0.01);
  }
}
run(tick());
`;

/** Tasks that wait for each other, each in a line of its own. */
const waiting = `
import { createTask, gather, Lock, run, sleep } from "asyncio-ts";
import { watch } from "asyncio-ts/watch";
watch({ open: true });
const lock = new Lock();
function* holder() {
  yield* lock.with(function* () {
    yield* sleep(3600);
  });
}
function* waiter() {
  yield* lock.acquire();
}
function* main() {
  yield* gather(createTask(holder(), { name: "holder" }), createTask(waiter(), { name: "ann" }));
}
run(main());
`;

/** In which line of a script a text first stands. */
function lineFinder(script = ""): (text: string) => number {
  return (text) => script.split("\n").findIndex((line) => line.includes(text)) + 1;
}

describe.skipIf(executablePath === undefined)("the overlay in a page", () => {
  let folder: string;
  let browser: Browser;
  let page: Page;
  const mistakes: string[] = [];

  beforeAll(async () => {
    folder = installPackage();
    browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(async () => {
    await page.close();
    expect(mistakes.splice(0)).toEqual([]);
  });

  async function open(host: HostPage, scripts?: ReadonlyMap<string, string>): Promise<void> {
    const script = scripts ?? new Map([["app.js", await bundle(folder, host.program, host.bundling)]]);
    page = await openPage(browser, host, script, (line) => mistakes.push(line));
  }

  const overlay = () => page.locator("asyncio-ts-watch");
  const toggle = () => overlay().getByRole("button", { name: "asyncio-ts" });
  const panel = () => overlay().getByRole("region", { name: /^Event loops|^本页/ });
  const button = (name: string) => panel().getByRole("button", { name, exact: true });
  const laneNames = () =>
    panel().locator(".loop-drawing > svg:first-of-type text:not(.own)").allTextContents();
  const listed = async () => {
    const lines = await panel().locator(".waiting-tasks li").allInnerTexts();
    return lines.map((line) => line.replaceAll(/, for [\d.]+ s/g, "").replaceAll(/\s+/g, " "));
  };
  const count = async () => Number(await page.title());

  test("shows lanes, who waits for whom, and where", async () => {
    const scripts = await bundleApart(folder, waiting);
    const lineOf = lineFinder(scripts.get("src/app.ts"));
    await open({ program: waiting }, scripts);
    await panel().getByText("held by holder").waitFor();
    await panel().locator(".loop-drawing").getByText("holder").waitFor();
    expect(await laneNames()).toEqual(["Task-1 · main", "holder", "ann"]);
    const [, ...below] = await listed();
    expect(below).toEqual([
      `holder sleep src/app.ts:${lineOf("yield* sleep(3600)")}`,
      `ann Lock.acquire held by holder src/app.ts:${lineOf("yield* lock.acquire()")}`,
    ]);
  });

  test("in one file with its library a program has the names of its coroutines, and the lines of these", async () => {
    await open({ program: waiting });
    await panel().getByText("held by holder").waitFor();
    await panel().locator(".loop-drawing").getByText("holder").waitFor();
    expect(await laneNames()).toEqual(["Task-1 · main", "holder", "ann"]);
    const lineOf = lineFinder(await bundle(folder, waiting));
    const [, ...below] = await listed();
    expect(below).toEqual([
      `holder sleep app.js:${lineOf("yield* lock.with(")}`,
      `ann Lock.acquire held by holder app.js:${lineOf("yield* lock.acquire()")}`,
    ]);
  });

  test("a second run on the same loop is recorded, and what a run ends with is not", async () => {
    const program = `
import { Runner, sleep } from "asyncio-ts";
import { watch } from "asyncio-ts/watch";
watch({ open: true });
const runner = new Runner();
function* first() { yield* sleep(0.01); }
function* second() { yield* sleep(0.01); }
await runner.run(first());
await runner.run(second());
await runner.close();
document.title = "done";`;
    await open({ program });
    await page.waitForFunction('document.title === "done"');
    await panel().locator(".loop-drawing").getByText("second").waitFor();
    expect((await laneNames()).map((name) => name.replace(/^Task-\d+ · /, ""))).toEqual(["first", "second"]);
  });

  test("pauses, steps and goes on; the page goes on meanwhile", async () => {
    await open({ program: ticking });
    await toggle().click();
    await button("Pause").click();
    await panel().getByText("Paused at").first().waitFor();
    const before = await count();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(await count()).toBe(before);
    // The timer, and then the task that it wakes.
    for (let step = 0; step < 2; step++) {
      const at = await panel().getByRole("slider").getAttribute("aria-valuenow");
      await button("Step").click();
      await expect.poll(() => panel().getByRole("slider").getAttribute("aria-valuenow")).not.toBe(at);
    }
    expect(await count()).toBe(before + 1);
    await expect.poll(() => toggle().textContent()).toContain("paused");
    await button("Resume").click();
    await page.waitForFunction(`Number(document.title) > ${before + 3}`);
    expect(await panel().getByRole("button", { name: "Step to output" }).count()).toBe(0);
  });

  test("walks back, stops recording and records anew", async () => {
    await open({ program: ticking });
    await toggle().click();
    await button("Stop recording").click();
    await panel().getByText("Nothing is recorded any more").waitFor();
    const slider = panel().getByRole("slider");
    // What came last may not be drawn yet.
    await slider.press("End");
    const end = Number(await slider.getAttribute("aria-valuenow"));
    await slider.press("ArrowLeft");
    expect(Number(await slider.getAttribute("aria-valuenow"))).toBeLessThan(end);
    const before = await count();
    await page.waitForFunction(`Number(document.title) > ${before + 3}`);
    expect(Number(await slider.getAttribute("aria-valuemax"))).toBe(end);
    await button("Record from now on").click();
    await panel().getByText("This page's loops are recorded.").waitFor();
    await panel().locator(".loop-drawing").getByText("tick").first().waitFor();
  });

  test("shows the tasks of one name alone", async () => {
    await open({ program: waiting });
    await panel().getByText("held by holder").waitFor();
    await panel().getByRole("searchbox").fill("AN");
    await expect.poll(laneNames).toEqual(["ann"]);
  });

  test("two calls have one overlay, and a closed one closes no other", async () => {
    await open({ program: ticking });
    const calls = await page.evaluate(() => {
      const { watch, overlay } = window as unknown as {
        watch(): { close(): void };
        overlay: { close(): void };
      };
      const second = watch();
      const count = () => document.querySelectorAll("asyncio-ts-watch").length;
      const counts = [count()];
      overlay.close();
      counts.push(count());
      const third = watch();
      overlay.close();
      counts.push(count());
      const fourth = watch();
      counts.push(count());
      third.close();
      return { isSame: second === overlay && third === fourth, counts: [...counts, count()] };
    });
    expect(calls).toEqual({ isSame: true, counts: [1, 0, 1, 1, 0] });
  });

  test("refuses what are no options, and shows nothing then", async () => {
    const program = `
import { watch } from "asyncio-ts/watch";
const wrong = [null, 5, "open", [], () => {}, Promise.resolve(), { corner: "middle" }, { corner: null }, { corner: Symbol("s") }];
document.title = wrong.map((options) => {
  try {
    watch(options);
    return "taken";
  } catch (error) {
    return error.name + ": " + error.message;
  }
}).join("; ");`;
    await open({ program });
    await page.waitForFunction('document.title !== ""');
    const corners =
      'RangeError: The corner of watch() is "bottom-right", "bottom-left", "top-right" or "top-left", got';
    expect((await page.title()).split("; ")).toEqual([
      "TypeError: watch() takes options, an object, got null",
      "TypeError: watch() takes options, an object, got 5",
      'TypeError: watch() takes options, an object, got the string "open"',
      "TypeError: watch() takes options, an object, got an array",
      "TypeError: watch() takes options, an object, got the function '(anonymous)'",
      "TypeError: watch() takes options, an object, got a promise: bring it in with fromPromise(promise)",
      `${corners} the string "middle"`,
      `${corners} null`,
      `${corners} Symbol(s)`,
    ]);
    expect(await overlay().count()).toBe(0);
  });

  test("leaves nothing when it is closed, and a paused program goes on", async () => {
    const modules = join(folder, "node_modules/asyncio-ts/dist");
    const program = `
import { inspection } from ${JSON.stringify(join(modules, "event-loop.js"))};
import { Future, Lock, Semaphore } from "asyncio-ts";
const methods = () => [Future.prototype.standsFor, Lock.prototype.acquire, Lock.prototype.release, Semaphore.prototype.acquire, Semaphore.prototype.release];
const globals = () => [...Object.getOwnPropertyNames(window), ...document.adoptedStyleSheets, ...document.styleSheets].length;
const before = [methods(), globals()];
Object.assign(window, { isAsBefore: () =>
  inspection.inspector === undefined && methods().every((method, index) => method === before[0][index]) && globals() === before[1] + 3 });
${ticking}`;
    await open({ program });
    await toggle().click();
    await button("Pause").click();
    await panel().getByText("Paused at").first().waitFor();
    const isAsBefore = () =>
      page.evaluate(() => (window as unknown as { isAsBefore(): boolean }).isAsBefore());
    expect(await isAsBefore()).toBe(false);
    await page.evaluate(() => (window as unknown as { overlay: { close(): void } }).overlay.close());
    expect(await overlay().count()).toBe(0);
    expect(await isAsBefore()).toBe(true);
    const last = await count();
    await page.waitForFunction(`Number(document.title) > ${last + 3}`);
  });

  test("taken out by the page while it is paused it lets the program go on, and can come again", async () => {
    await open({ program: ticking });
    await toggle().click();
    await button("Pause").click();
    await panel().getByText("Paused at").first().waitFor();
    // Moved, it stays.
    await page.evaluate(() => document.body.append(document.querySelector("asyncio-ts-watch") as Element));
    await panel().getByText("Paused at").first().waitFor();
    const last = await count();
    await page.evaluate(() => document.querySelector("asyncio-ts-watch")?.remove());
    await page.waitForFunction(`Number(document.title) > ${last + 3}`);
  });

  test("is not printed", async () => {
    await open({ program: ticking });
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => toggle().isVisible()).toBe(false);
  });

  test("a strict Content-Security-Policy has nothing against it", async () => {
    const watchingPolicy = `
addEventListener("securitypolicyviolation", ({ violatedDirective }) => console.error("violates", violatedDirective));
${ticking}`;
    await open({ program: watchingPolicy, policy: "default-src 'none'; script-src 'self'" });
    await toggle().click();
    await panel().locator(".loop-drawing").getByText("tick").first().waitFor();
    await button("Table").click();
    expect(await panel().evaluate((element) => getComputedStyle(element).position)).toBe("fixed");
    const box = await panel().locator(".loop-picture").boundingBox();
    expect(box?.height).toBeGreaterThan(100);
  });

  test("a page that enforces Trusted Types runs without it", async () => {
    const program = `${ticking}
addEventListener("securitypolicyviolation", (event) => event.preventDefault());`;
    await open({ program, policy: "require-trusted-types-for 'script'" });
    await expect.poll(async () => Number(await page.title())).toBeGreaterThan(3);
    expect(await overlay().count()).toBe(0);
    await expect.poll(() => mistakes.splice(0).join()).toContain("TrustedHTML");
  });

  test("names that a stranger chose are text", async () => {
    const program = `
import { createTask, gather, run, sleep } from "asyncio-ts";
import { watch } from "asyncio-ts/watch";
watch({ open: true });
const name = '<img src="/x" onerror="document.title = 1"></text><script>document.title = 2</script>';
function* main() {
  yield* gather(createTask(sleep(3600), { name }), createTask(sleep(3600), { name: '"><img src=x onerror=document.title=3>' }));
}
run(main());`;
    await open({ program });
    await panel().locator(".waiting-tasks li li").nth(1).waitFor();
    await panel().locator(".loop-drawing").getByText("<img").first().waitFor();
    await button("Table").click();
    await button("Pause").click();
    await panel().getByText("Paused at").first().waitFor();
    expect(await panel().locator("img, script").count()).toBe(0);
    expect(await page.title()).toBe("host");
  });

  test("ten thousand tasks are bounded, and a recording that is full says so", async () => {
    const program = `
import { createTask, gather, run, sleep } from "asyncio-ts";
import { watch } from "asyncio-ts/watch";
watch();
function* worker() {
  for (;;) { yield* sleep(0.001); }
}
function* main() {
  yield* gather(...Array.from({ length: 10_000 }, () => createTask(worker())));
}
run(main());`;
    await open({ program });
    await expect.poll(() => toggle().textContent(), { timeout: 100_000 }).toContain("10,001 tasks");
    await toggle().click({ timeout: 100_000 });
    await panel().getByText("The recording is full, with 200,000 events").waitFor({ timeout: 100_000 });
    expect(await panel().locator(".waiting-tasks li").count()).toBeLessThanOrEqual(202);
    expect(await panel().locator(".loop-drawing *").count()).toBeLessThan(5_000);
    // Who does not look at what is full, wants what is new.
    await button("Close").click();
    await expect.poll(() => toggle().textContent(), { timeout: 100_000 }).toContain("10,001 tasks");
  });

  test("the page's styles do not get in, and it puts none into the page", async () => {
    const head = `<style>
html { font-size: 3px; direction: rtl }
* { font: 80px serif !important; color: red !important; --pane-surface: red !important }
asyncio-ts-watch, button { all: unset !important; display: none !important; opacity: 0 !important; width: 1px !important }
</style>`;
    await open({ program: ticking, head, body: "<button>theirs</button>" });
    await toggle().click();
    await panel().locator(".loop-drawing").getByText("tick").first().waitFor();
    const look = await toggle().evaluate((element) => {
      const { fontSize, backgroundColor } = getComputedStyle(element);
      return { fontSize, backgroundColor };
    });
    expect(look).toEqual({ fontSize: "13px", backgroundColor: "rgb(245, 246, 242)" });
    expect(
      await page.evaluate(() => [document.styleSheets.length, document.adoptedStyleSheets.length]),
    ).toEqual([1, 0]);
  });

  test("what goes on in it the page does not hear", async () => {
    const listening = `
for (const type of ["click", "pointerdown", "keydown", "keyup", "input", "focusin"]) {
  addEventListener(type, () => { document.body.dataset.heard = type; });
}
${ticking}`;
    await open({ program: listening, body: "<button>theirs</button>" });
    await toggle().click();
    await panel().getByRole("searchbox").pressSequentially("ti");
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.body.dataset.heard)).toBeUndefined();
    await page.getByText("theirs").click();
    expect(await page.evaluate(() => document.body.dataset.heard)).toBe("click");
  });

  test("Escape closes the panel, and the button has the focus", async () => {
    await open({ program: ticking });
    await toggle().press("Enter");
    expect(await toggle().getAttribute("aria-expanded")).toBe("true");
    await panel().getByRole("searchbox").focus();
    await page.keyboard.press("Escape");
    expect(await panel().count()).toBe(0);
    expect(await toggle().getAttribute("aria-expanded")).toBe("false");
    expect(await toggle().evaluate((element) => element.matches(":focus"))).toBe(true);
  });

  test("speaks Chinese in a Chinese page", async () => {
    await open({ program: waiting, lang: "zh-CN" });
    await panel().getByText("由 holder 持有").waitFor();
    await overlay().getByText("正在记录本页的循环。").waitFor();
  });

  test.each(["light", "dark"] as const)("axe finds nothing, %s", async (colorScheme) => {
    await open({ program: waiting });
    await page.emulateMedia({ colorScheme });
    await panel().getByText("held by holder").waitFor();
    await button("Table").click();
    await button("Pause").click();
    await panel().getByText("Paused at").first().waitFor();
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run("asyncio-ts-watch", { resultTypes: ["violations"] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
    });
    expect(found).toEqual([]);
  });

  test.each([
    ["asyncio-ts/watch", 0],
    ["asyncio-ts/watch/always", 1],
  ])("a build that says no more than NODE_ENV=production has of %s %i overlays", async (entry, expected) => {
    const program = ticking.replace("asyncio-ts/watch", entry);
    await open({ program, bundling: { define: { "process.env.NODE_ENV": '"production"' } } });
    await page.waitForFunction("Number(document.title) > 3");
    expect(await overlay().count()).toBe(expected);
  });
});
