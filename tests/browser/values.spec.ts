import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { valuesLabelsFor } from "../../src/playground/event-loop-view/values/values-labels.ts";
import { viewLabelsFor } from "../../src/playground/event-loop-view/view-labels.ts";
import { expect, Pane, test } from "./pane.ts";
import { SandboxPage } from "./sandbox-page.ts";

const example = "watch/your-program";
const program = `const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
async function load(name: string) {
  const parts = [name.length];
  await sleep(5);
  console.log(name);
}
await Promise.all(["ann", "bob"].map(load));
`;

async function runProgram(page: Page, language: string): Promise<Pane> {
  await page.goto(language === "en" ? "watch/" : `${language}/watch/`);
  const pane = new Pane(page, example);
  await pane.element.locator('button[data-action="edit"]').click();
  await expect(pane.editor).toBeFocused();
  await pane.editor.fill(program);
  await runAgain(pane);
  return pane;
}

async function runAgain(pane: Pane): Promise<void> {
  await pane.pressRun();
  await pane.hasState("done");
}

/** Steps on from the beginning until both calls wait. */
async function goToWaits(pane: Pane, language: string): Promise<void> {
  const { toStart, forward } = viewLabelsFor(language);
  const picture = pane.element.getByRole("slider");
  await pane.element.getByRole("button", { name: toStart }).click();
  const both = pane.element.locator('.loop-waiting-line[data-waiting="load, load #2"]');
  for (let steps = 0; steps < 20 && (await both.count()) === 0; steps++) {
    const before = (await picture.getAttribute("aria-valuenow")) ?? "";
    await pane.element.getByRole("button", { name: forward }).click();
    await expect(picture).not.toHaveAttribute("aria-valuenow", before);
  }
  await expect(both).toHaveCount(1);
}

for (const language of ["en", "zh-cn"]) {
  const labels = valuesLabelsFor(language);

  test(`what variables hold where calls wait is shown of a run that began with the switch on, in ${language}`, async ({
    page,
  }) => {
    const pane = await runProgram(page, language);
    const toggle = pane.element.getByRole("button", { name: labels.toggle });
    const panel = pane.element.getByRole("region", { name: labels.title, exact: true });
    await expect(toggle).toHaveAttribute("aria-pressed", "false");
    await expect(panel).toHaveCount(0);
    await toggle.click();
    await expect(toggle).toHaveAttribute("aria-pressed", "true");
    await expect(panel).toHaveText(labels.notRecorded);

    await runAgain(pane);
    await expect(panel).toHaveText(labels.noneWaits);
    await goToWaits(pane, language);
    const rows = panel.locator("tr:has(td)");
    await expect(rows).toHaveText(['name"ann"', "parts[3]", 'name"bob"', "parts[3]"]);
    await expect(panel.locator('th[scope="rowgroup"]').first()).toContainText("sleep");
    await pane.element.getByRole("button", { name: viewLabelsFor(language).table }).click();
    const table = pane.element.locator(".loop-table");
    await expect(table.getByRole("columnheader", { name: labels.title })).toBeVisible();
    await expect(table.locator("tr", { hasText: 'name = "bob"; parts = [3]' })).toHaveCount(1);

    await toggle.click();
    await expect(panel).toHaveCount(0);
    await runAgain(pane);
    await toggle.click();
    await expect(panel).toHaveText(labels.notRecorded);
    await expect(table.getByRole("columnheader", { name: labels.title })).toHaveCount(0);
  });
}

test("a run that waits nowhere has no values to show, and none are said to be missing", async ({ page }) => {
  const pane = await runProgram(page, "en");
  const labels = valuesLabelsFor("en");
  await pane.element.getByRole("button", { name: labels.toggle }).click();
  await pane.editor.fill('console.log("no wait");');
  await runAgain(pane);
  await expect(pane.element.getByRole("region", { name: labels.title, exact: true })).toHaveText(
    labels.noneWaits,
  );
});

test("a saved run keeps its values, and shows them where it is dropped", async ({ page }) => {
  const pane = await runProgram(page, "en");
  const toggle = pane.element.getByRole("button", { name: valuesLabelsFor("en").toggle });
  await toggle.click();
  await runAgain(pane);
  await pane.element.locator('[data-loop="save"]').click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    pane.element.locator('[data-loop="save-trace"]').click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  expect(text).toContain(JSON.stringify('name = "ann"\nparts = [3]'));

  await page.goto("coroutines/");
  const other = new Pane(page, "coroutines/say-after-tasks");
  await other.run();
  await expect(other.element.getByRole("button", { name: valuesLabelsFor("en").toggle })).toHaveCount(0);
  await other.element.locator(".pane-loop").evaluate((view, trace) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([trace], "values.trace.json"));
    view.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, text);
  await other.element.getByRole("button", { name: valuesLabelsFor("en").toggle }).click();
  const panel = other.element.getByRole("region", { name: valuesLabelsFor("en").title, exact: true });
  await expect(panel).toHaveText(valuesLabelsFor("en").noneWaits);
  const picture = other.element.getByRole("slider");
  await picture.press("Home");
  for (let steps = 0; steps < 20 && !(await panel.textContent())?.includes("bob"); steps++) {
    const before = (await picture.getAttribute("aria-valuenow")) ?? "";
    await picture.press("ArrowRight");
    await expect(picture).not.toHaveAttribute("aria-valuenow", before);
  }
  await expect(panel.locator("tr:has(td)")).toHaveText(['name"ann"', "parts[3]", 'name"bob"', "parts[3]"]);
});

test("only a run that asks for them has values, and errors keep their places", async ({ page }) => {
  const code = `async function f(a: number, b = { get c() { console.log("called"); return 1; } }) { await a; }
await f(1); throw new Error("lost");
`;
  const places: unknown[] = [];
  for (const values of [undefined, true]) {
    const sandbox = await SandboxPage.run(page, code, { paused: false, speed: 1, values });
    await sandbox.hasState("failed");
    expect(await sandbox.printed()).toEqual([]);
    const told = (await sandbox.events()).flatMap((event) => (event.kind === "waits" ? [event.values] : []));
    expect(told).toEqual(values ? ["a = 1\nb = { c: (getter) }", ""] : [undefined, undefined]);
    const said = (await sandbox.said()) as readonly { action?: string; line?: number; column?: number }[];
    places.push(
      said.filter(({ action }) => action === "show-error").map(({ line, column }) => [line, column]),
    );
  }
  expect(places).toEqual([[[2, 19]], [[2, 19]]]);
});

test("what values need is fetched with them alone", async ({ page }) => {
  const fetched: string[] = [];
  page.on("response", (response) => fetched.push(response.url()));
  const pane = await runProgram(page, "en");
  const isOfValues = (url: string) => /values|read-locals/.test(url);
  expect(fetched.filter((url) => isOfValues(url) && !url.includes("toggle"))).toEqual([]);
  await pane.element.getByRole("button", { name: valuesLabelsFor("en").toggle }).click();
  await runAgain(pane);
  expect(fetched.some((url) => url.includes("values-panel"))).toBe(true);
  expect(fetched.some((url) => url.includes("with-values"))).toBe(true);
  expect(fetched.some((url) => url.includes("read-locals"))).toBe(true);
});
