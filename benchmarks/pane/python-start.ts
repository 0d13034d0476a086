import { type Browser, chromium, type Locator } from "@playwright/test";
import { findBrowser } from "../../tests/browser/find-browser.ts";
import { median, report, round } from "../report.ts";
import { serve } from "./serve.ts";

/**
 * From the click on Run to the first line that Python prints: in a browser profile that has nothing of it yet, again on the
 * same page, and after the page was loaded anew. Beside it the same of TypeScript, in the same round. The server is on this
 * machine, so that no network is in it.
 *
 * Usage: npm run build && node benchmarks/pane/python-start.ts [ROUNDS]
 */
const rounds = Number(process.argv[2] ?? 5);

const programs = { "main.ts": 'console.log("one");', "main.py": 'print("one")' };

type Version = keyof typeof programs;

/** In milliseconds, of one profile: the first run, the second one, and the first one after the page was loaded anew. */
type Times = readonly [first: number, again: number, reloaded: number];

async function measure(browser: Browser, version: Version): Promise<Times> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const pane = page.locator('[data-example="coroutines/say-after"]');
  const open = async () => {
    await page.goto(`http://localhost:${server.port}/coroutines/`);
    await page.waitForLoadState("networkidle");
    await pane.locator(`input[value="${version}"]`).check();
    await pane.locator('[data-action="run"]:enabled').waitFor();
  };
  await open();
  await pane.locator('[data-action="edit"]').click();
  await pane.locator('[contenteditable="true"]').fill(programs[version]);
  const [first, again] = [await firstOutput(pane), await firstOutput(pane)];
  // What was edited comes back with the page.
  await open();
  await pane.locator('[contenteditable="true"]').waitFor();
  const reloaded = await firstOutput(pane);
  await context.close();
  return [first, again, reloaded];
}

async function firstOutput(pane: Locator): Promise<number> {
  const time = await pane.evaluate(async (element) => {
    const log = element.querySelector('[data-part="log"]') as HTMLElement;
    element.querySelector<HTMLElement>('[data-action="clear-output"]')?.click();
    const start = performance.now();
    const seen = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error(`There was no output within 60 s, but: ${log.textContent}`)), 60_000);
      const observer = new MutationObserver(() => {
        if (log.textContent === "one\n") {
          observer.disconnect();
          resolve(performance.now());
        }
      });
      observer.observe(log, { childList: true, subtree: true, characterData: true });
    });
    (element.querySelector('[data-action="run"]') as HTMLElement).click();
    return (await seen) - start;
  });
  await pane.locator("xpath=self::*[@data-state='done']").waitFor();
  return time;
}

const server = await serve();
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ["--no-sandbox", "--disable-gpu"],
});
const measured: Readonly<Record<Version, Times>>[] = [];
for (let n = 0; n < rounds; n++) {
  measured.push({
    "main.ts": await measure(browser, "main.ts"),
    "main.py": await measure(browser, "main.py"),
  });
}
const runs = ["first run", "again on the same page", "after the page was loaded anew"] as const;
report(
  "python-start",
  runs.map((run, index) => {
    const of = (version: Version) => measured.map((times) => times[version][index] as number);
    const [python, typescript] = [of("main.py"), of("main.ts")];
    return {
      run,
      "ms to Python's output": Math.round(median(python)),
      "ms to TypeScript's": Math.round(median(typescript)),
      "x TypeScript": round(median(python.map((time, i) => time / (typescript[i] as number))), 1),
    };
  }),
);
await browser.close();
server.close();
