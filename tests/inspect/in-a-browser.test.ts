import { type Browser, chromium, type Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../browser/find-browser.ts";
import { type Inspected, startByCommand } from "./inspected.ts";

const executablePath = findBrowser();

describe.skipIf(executablePath === undefined)("in a browser", () => {
  let browser: Browser;
  let inspected: Inspected;
  let page: Page;
  const mistakes: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await page.close();
    inspected.process.kill("SIGTERM");
    await inspected.ended;
    expect(mistakes.splice(0)).toEqual([]);
  });

  async function open(...words: readonly string[]): Promise<void> {
    inspected = startByCommand("inspect", "--pause", ...words);
    const [, address = ""] = await inspected.until(/watch the program at (\S+)/);
    page = await browser.newPage({ locale: "en" });
    page.on("pageerror", (error) => mistakes.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") {
        mistakes.push(message.text());
      }
    });
    await page.goto(address);
    await page.getByText("Paused at").waitFor();
  }

  const laneNames = () => page.locator(".loop-drawing > svg:first-of-type text").allTextContents();

  test("a program is stepped, goes on, ends, is filtered and runs again", async () => {
    await open("waits-on.ts", "0.05");
    await page.getByText("function* holder()").waitFor();
    await page.getByRole("button", { name: "Step", exact: true }).click();
    await page.locator(".loop-drawing").getByText("holder").waitFor();
    await page.getByRole("button", { name: "Resume" }).click();
    await page.getByText("The program has ended with 0.").waitFor();
    await page.locator(".loop-drawing").getByText("bob has the lock").waitFor();
    expect(await laneNames()).toEqual(["Task-1 · main", "holder", "ann", "bob", "loop", "output"]);

    await page.getByRole("searchbox", { name: "Filter by name" }).fill("ann");
    await page.locator(".loop-drawing").getByText("bob has the lock").waitFor({ state: "detached" });
    expect(await laneNames()).toEqual(["ann", "loop", "output"]);
    await page.getByRole("searchbox", { name: "Filter by name" }).fill("");

    await page.getByRole("button", { name: "Run again" }).click();
    await inspected.until(/bob has the lock[\s\S]*bob has the lock/);
  });

  test("it is seen who waits for whom, for what and where", async () => {
    await open("waits-on.ts");
    await page.getByRole("button", { name: "Resume" }).click();
    const waiting = page.locator(".waiting-tasks");
    await waiting.locator("li li", { hasText: "bob Lock.acquire" }).waitFor();
    const below = await waiting.locator(":scope > li > ul > li").allTextContents();
    expect(below.map((text) => text.replace(/, for [\d.]+ s/, ""))).toEqual([
      "holder sleep waits-on.ts:8",
      "ann Lock.acquire held by holder waits-on.ts:13",
      "bob Lock.acquire held by holder waits-on.ts:13",
    ]);
    await page.getByRole("button", { name: "Pause" }).click();
    await page.locator('.loop-waiting-line[data-waiting="ann, bob"]').waitFor();
  });
});
