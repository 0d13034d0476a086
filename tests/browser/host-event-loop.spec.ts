import type { Page } from "@playwright/test";
import { expect, test } from "./pane.ts";

/** Two listeners of one button, each with a microtask. What they do is kept in a list. */
async function withButton(page: Page): Promise<void> {
  await page.goto("host-event-loop/");
  await page.evaluate(() => {
    const button = document.createElement("button");
    button.textContent = "Press";
    const log: string[] = [];
    for (const listener of [1, 2]) {
      button.addEventListener("click", () => {
        log.push(`listener ${listener}`);
        queueMicrotask(() => log.push(`microtask ${listener}`));
      });
    }
    Object.assign(globalThis, { log });
    document.querySelector("main")?.prepend(button);
  });
}

const logOf = (page: Page) => page.evaluate(() => (globalThis as unknown as { log: string[] }).log);

test("as the lesson says, microtasks run between two listeners of one click", async ({ page }) => {
  await withButton(page);
  await page.getByRole("button", { name: "Press" }).click();
  expect(await logOf(page)).toEqual(["listener 1", "microtask 1", "listener 2", "microtask 2"]);
});

test("as the lesson says, they wait for the end of code that clicks", async ({ page }) => {
  await withButton(page);
  await page.getByRole("button", { name: "Press" }).evaluate((button: HTMLElement) => button.click());
  expect(await logOf(page)).toEqual(["listener 1", "listener 2", "microtask 1", "microtask 2"]);
});
