import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "../../tests/browser/find-browser.ts";
import { median, report, round } from "../report.ts";
import { type Contender, contenders } from "./contenders.ts";
import { serve } from "./serve.ts";

/**
 * From the click on Run to the first line of output, each time in a browser profile that has cached nothing; and from an
 * edit to its output. Each round measures every contender once; ratios are taken within a round.
 *
 * Usage: npm run build && node benchmarks/pane/first-output.ts [ROUNDS]
 */
const rounds = Number(process.argv[2] ?? 5);

interface Times {
  readonly first: number;
  readonly edit: number;
}

async function measure(browser: Browser, { path, prepare, edit }: Contender): Promise<Times> {
  const context = await browser.newContext();
  // What the stock bundler reports home must not be waited for.
  await context.route(
    ({ hostname }) => hostname !== "localhost",
    (route) => route.abort(),
  );
  const page = await context.newPage();
  await page.goto(`http://localhost:${server.port}${path}`);
  await page.waitForLoadState("networkidle");
  await prepare(page);
  const first = await page.evaluate(async () => {
    const output = document.querySelector("[data-output]") as HTMLElement;
    const seen = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error("There was no output within 30 s.")), 30_000);
      new MutationObserver(() => output.textContent?.includes("one") && resolve(performance.now())).observe(
        output,
        { childList: true, subtree: true, characterData: true },
      );
    });
    const start = performance.now();
    (document.querySelector("[data-run]") as HTMLElement).click();
    return (await seen) - start;
  });
  const edits = await edit(page);
  await context.close();
  return { first, edit: median(edits) };
}

const server = await serve();
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
  ],
});
const measured: Times[][] = [];
for (let n = 0; n < rounds; n++) {
  const times: Times[] = [];
  for (const contender of contenders) {
    times.push(await measure(browser, contender));
  }
  measured.push(times);
}
report(
  "pane",
  contenders.map(({ name }, index) => {
    const of = (read: (times: Times) => number) =>
      measured.map((times) => [read(times[index] as Times), read(times[0] as Times)] as const);
    return {
      contender: name,
      "ms to the first output": Math.round(median(of(({ first }) => first).map(([own]) => own))),
      "x the pane": round(median(of(({ first }) => first).map(([own, pane]) => own / pane))),
      "ms from an edit to its output": Math.round(median(of(({ edit }) => edit).map(([own]) => own))),
    };
  }),
);
await browser.close();
server.close();
