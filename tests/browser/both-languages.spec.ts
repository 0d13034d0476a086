import type { Page } from "@playwright/test";
import { bothLabelsFor } from "../../src/playground/event-loop-view/both-languages/both-labels.ts";
import { findViolations } from "./find-violations.ts";
import { expect, Pane, test } from "./pane.ts";

async function openBoth(page: Page, address: string, example: string) {
  await page.goto(address);
  const pane = new Pane(page, example);
  const words = bothLabelsFor(address.startsWith("zh-cn") ? "zh-CN" : "en");
  const open = pane.element.locator('[data-action="loop"]');
  await open.click();
  // In a pane that opens with the view the first click has closed it.
  if ((await open.getAttribute("aria-pressed")) === "false") {
    await open.click();
  }
  const toggle = pane.element.getByRole("button", { name: words.toggle });
  return { pane, words, toggle, both: pane.element.locator(".loop-both") };
}

for (const address of ["coroutines/", "zh-cn/coroutines/"]) {
  test(`the runs of both languages stand one above the other, with one cursor through both, on ${address}`, async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const { words, toggle, both } = await openBoth(page, address, "coroutines/say-after-tasks");
    expect(asked.filter((url) => url.endsWith("both-traces.json"))).toEqual([]);
    await toggle.click();
    await expect(both.locator(".loop-drawing")).toHaveCount(2);
    await expect(both).toContainText(words.equal(0).split("0")[1] ?? "");
    await expect(both.locator(".loop-differs")).toHaveCount(0);
    expect(asked.filter((url) => url.endsWith("both-traces.json"))).toHaveLength(1);
    const slider = both.getByRole("slider", { name: words.moment });
    await slider.press("End");
    const end = await slider.getAttribute("aria-valuetext");
    await slider.press("Home");
    await slider.press("ArrowRight");
    await expect(slider).toHaveAttribute("aria-valuenow", "1");
    await expect(slider).not.toHaveAttribute("aria-valuetext", end ?? "");
    for (const language of [words.ours, words.theirs]) {
      await expect(slider).toHaveAttribute("aria-valuetext", new RegExp(`${language}: 0`));
    }
    await both.locator("[data-both]").click();
    await expect(both.getByRole("table")).toHaveCount(2);
    expect(await findViolations(page, ".loop-both")).toEqual([]);
    await toggle.click();
    await expect(both).toHaveCount(0);
    await expect(toggle).toHaveAttribute("aria-pressed", "false");
  });
}

test("where the loops differ it is marked, and told in words", async ({ page }) => {
  const { words, toggle, both } = await openBoth(page, "together/", "common-calls/as-completed");
  await toggle.click();
  await expect(both.locator(".loop-differs").first()).toBeAttached();
  for (const language of [words.ours, words.theirs]) {
    await expect(both).toContainText(`${language} first differs with:`);
  }
});

test("an example that CPython is not recorded with says so, and shows nothing", async ({ page }) => {
  const { pane, words, toggle, both } = await openBoth(page, "event-loop/", "event-loop/giving-way");
  await toggle.click();
  await expect(pane.element.locator(".loop-said")).toContainText(words.notRecorded);
  await expect(both).toHaveCount(0);
});

test("a run of the reader's takes the place of both", async ({ page }) => {
  const { pane, toggle, both } = await openBoth(page, "coroutines/", "coroutines/say-after-tasks");
  await toggle.click();
  await expect(both).toBeVisible();
  await pane.press("Run");
  await expect(both).toHaveCount(0);
  await pane.hasState("done");
});
