import type { Locator } from "@playwright/test";
import { readExample } from "../../src/examples/read-example.ts";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import { expect, Pane, test } from "./pane.ts";
import { SandboxPage } from "./sandbox-page.ts";

const example = "coroutines/say-after-tasks";
const labels = viewLabelsFor("en");
const unpaused = { paused: false, speed: 1 };

test("an unpaused program of plain promises tells of its calls, waits, microtasks and timers, and errors keep their columns", async ({
  page,
}) => {
  const sandbox = await SandboxPage.run(
    page,
    `const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
async function load(name: string): Promise<string> { await sleep(10); return name; }
queueMicrotask(function first() { console.log("microtask"); });
console.log((await Promise.all(["a", "b"].map(load))).join());
console.log(String(load).includes("$w"), setTimeout === globalThis.setTimeout);
const name: string = "c"; await load(name); throw new Error("lost");
`,
    unpaused,
  );
  await sandbox.hasState("failed");
  await sandbox.hasPrinted("microtask", "a,b", "false true");
  const events = await sandbox.events();
  const created = events.flatMap((event) => (event.kind === "task created" ? [event.name] : []));
  expect(created).toEqual(["main.ts", "load", "load #2", "load #3"]);
  const waits = events.flatMap((event) =>
    event.kind === "waits" ? [`${event.what}, line ${event.frames[0]?.line}`] : [],
  );
  expect(waits).toEqual([
    "sleep, line 2",
    "sleep, line 2",
    "all, line 4",
    "sleep, line 2",
    "load #3, line 6",
  ]);
  expect(events.filter(({ kind }) => kind === "timer fired").length).toBe(3);
  // The module's own lane has an end as well.
  expect(events.findLast(({ kind }) => kind === "task done")).toMatchObject({
    task: 1,
    outcome: "exception",
    message: "Error: lost",
  });
  const printed = events.flatMap((event) => (event.kind === "output" ? [event] : []));
  expect(printed.map(({ text, frames }) => `${text}, line ${frames[0]?.line}`)).toEqual([
    "microtask, line 3",
    "a,b, line 4",
    "false true, line 5",
  ]);
  expect(events[0]?.kind).toBe("promises watched");
});

for (const { path, tab, microtasks, back, forward } of [
  {
    path: "coroutines/",
    tab: "async/await",
    microtasks: "Microtasks",
    back: "One step back in the run that is shown",
    forward: "One step forward in the run that is shown",
  },
  {
    path: "zh-cn/coroutines/",
    tab: "async/await",
    microtasks: "微任务",
    back: "在已记录的过程中后退一步",
    forward: "在已记录的过程中前进一步",
  },
]) {
  test(`the view draws plain promises, and the reader walks through their run afterwards, on ${path}`, async ({
    page,
  }) => {
    await page.goto(path);
    const pane = new Pane(page, example);
    await pane.choose(tab);
    await pane.element.locator('button[data-action="run"]').click();
    await pane.hasState("done");
    await pane.hasPrintedOnStandardOutput(readExample(example).output);
    const picture = pane.element.getByRole("slider");
    await expect(pane.element.locator(".loop-drawing")).toContainText("plain.ts");
    await picture.press("Home");
    await expect(picture).toHaveAttribute("aria-valuetext", new RegExp(microtasks));
    const start = (await picture.getAttribute("aria-valuenow")) ?? "";
    await pane.element.getByRole("button", { name: forward }).click();
    await expect(picture).not.toHaveAttribute("aria-valuenow", start);
    await pane.element.getByRole("button", { name: back }).click();
    await expect(picture).toHaveAttribute("aria-valuenow", start);
  });
}

for (const { tab, file } of [
  { tab: "async/await", file: "plain.ts" },
  { tab: "asyncio-ts", file: "main.ts" },
]) {
  test(`at any moment of a run of ${tab}, the line that runs, those that wait, and the output are those of that moment`, async ({
    page,
  }) => {
    await page.goto("coroutines/");
    const pane = new Pane(page, example);
    await pane.choose(tab);
    if (tab === "async/await") {
      await pane.element.locator('button[data-action="run"]').click();
    } else {
      await pane.press("Run");
    }
    await pane.hasState("done");
    const lines = pane.log.locator(".pane-line");
    const later = pane.log.locator(".loop-later");
    const note = pane.element.locator(".loop-log-note");
    const all = await lines.count();
    await expect(later).toHaveCount(0);

    await pane.element.getByRole("button", { name: labels.toStart }).click();
    await expect(later).toHaveCount(all);
    await expect(note).toContainText(`${all} later lines are hidden`);
    await expect(lines.first()).toBeHidden();
    expect(await pane.log.textContent(), "nothing is taken away").toContain("hello");

    // Forwards to the line that prints hello: it is marked, and the one that waits for the other task as well.
    const running = pane.element.locator(
      `[data-file="${file}"] .loop-running-line, .cm-line.loop-running-line`,
    );
    const forward = pane.element.getByRole("button", { name: labels.forward });
    const hello = lines.filter({ hasText: "hello" });
    const picture = pane.element.getByRole("slider");
    for (let steps = 0; steps < 60 && !(await hello.isVisible()); steps++) {
      const before = (await picture.getAttribute("aria-valuenow")) ?? "";
      await forward.click();
      await expect(picture).not.toHaveAttribute("aria-valuenow", before);
    }
    await expect(hello).toBeVisible();
    await expect(running).toHaveAttribute("data-running", /sayAfter/);
    await expect(lines.filter({ hasText: "world" })).toBeHidden();
    await expect(pane.element.locator(".loop-waiting-line").first()).toBeAttached();

    await pane.element.getByRole("button", { name: labels.toEnd }).click();
    await expect(later).toHaveCount(0);
    await expect(note).toHaveCount(0);
    await expect(running).toHaveCount(0);
  });
}

test("the cursor is dragged, stays where it was put, and the pointer alone only looks", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, example);
  await pane.press("Run");
  await pane.hasState("done");
  const picture = pane.element.getByRole("slider");
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  const [left, y] = [(box?.x ?? 0) + (box?.width ?? 0) * 0.3, (box?.y ?? 0) + 40];
  await page.mouse.move(left, y);
  await expect.poll(() => isAtTheEnd(picture)).toBe(false);
  await page.mouse.move(left, (box?.y ?? 0) - 200);
  await expect.poll(() => isAtTheEnd(picture)).toBe(true);
  await page.mouse.move(left, y);
  await page.mouse.down();
  await page.mouse.move(left + 80, y, { steps: 4 });
  await page.mouse.up();
  const put = (await picture.getAttribute("aria-valuenow")) ?? "";
  expect(await isAtTheEnd(picture)).toBe(false);
  await page.mouse.move(left, (box?.y ?? 0) - 200);
  await expect(picture).toHaveAttribute("aria-valuenow", put);
});

for (const path of ["watch/", "zh-cn/watch/"]) {
  test(`a program is put in and looked at on ${path}, and each picture of the gallery is there before anything runs`, async ({
    page,
  }) => {
    await page.goto(path);
    const gallery = page.locator("live-pane");
    expect(await gallery.count()).toBeGreaterThan(15);
    for (const one of await gallery.all()) {
      await one.scrollIntoViewIfNeeded();
      await expect(one.locator(".loop-drawing")).toContainText("plain.ts");
    }
    const pane = new Pane(page, "watch/your-program");
    await pane.element.locator('button[data-action="edit"]').click();
    await expect(pane.editor).toBeFocused();
    await pane.editor.fill('async function mine(x) { await x; console.log("mine"); }\nmine(1); mine(2);');
    await pane.pressRun();
    await pane.hasState("done");
    await pane.hasPrintedOnStandardOutput("mine\nmine\n");
    await expect(pane.element.locator(".loop-drawing")).toContainText("mine #2");
  });
}

/** What a run did after its last line is still drawn while the pane says that it is done. */
function isAtTheEnd(picture: Locator): Promise<boolean> {
  return picture.evaluate((slider) => slider.ariaValueNow === slider.ariaValueMax);
}
