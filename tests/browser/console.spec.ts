import type { Page } from "@playwright/test";
import { logRoom } from "../../src/playground/run/log-room.ts";
import { expect, Pane, test } from "./pane.ts";

async function runCode(page: Page, code: string): Promise<Pane> {
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after");
  await pane.replaceCode(code);
  await pane.run();
  return pane;
}

test("strings are printed as they are, values as one would write them", async ({ page }) => {
  const pane = await runCode(
    page,
    `console.log("text", 1, true, null, undefined, 2n, Symbol("s"));
console.log("%s is %d years, %i, %f%%", "Ada", "36", 3.7, "1.5", "and more");
console.log("50%", "of it");
console.log();`,
  );
  await pane.hasPrinted(
    "text 1 true null undefined 2n Symbol(s)\nAda is 36 years, 3, 1.5% and more\n50% of it\n\n",
  );
});

test("an object opens, and what is inside it opens too", async ({ page }) => {
  const pane = await runCode(
    page,
    'const self: any = { name: "loop", inner: { list: [1, 2] }, when: new Map([["a", 1]]) };\nself.self = self;\nconsole.log(self);',
  );
  const summaries = pane.log.locator("summary");
  await expect(summaries).toHaveCount(1);
  await summaries.first().click();
  await expect(pane.log.getByText("name: 'loop'", { exact: true })).toBeVisible();
  await pane.log.locator("summary", { hasText: /^inner:/ }).click();
  await expect(pane.log.locator("summary", { hasText: /^list: \[ 1, 2 \]/ })).toBeVisible();
  await pane.log.locator("summary", { hasText: /^when:/ }).click();
  await expect(pane.log.getByText("'a' =>: 1")).toBeVisible();
});

test("looking at a value calls none of its getters when it is opened", async ({ page }) => {
  const pane = await runCode(
    page,
    "console.log(Object.defineProperty({}, 'x', { get() { return 1; }, enumerable: true }));",
  );
  await pane.log.locator("summary").click();
  await expect(pane.log.getByText("(getter)")).toBeVisible();
});

test("tables, groups, counts, timers, assertions and traces", async ({ page }) => {
  const pane = await runCode(
    page,
    `console.table([{ a: 1, b: "x" }, { a: 2 }]);
console.group("outer");
console.log("inside");
console.groupEnd();
console.count(); console.count();
console.time("t"); console.timeEnd("t");
console.assert(1 === 1, "not shown"); console.assert(false, "shown");
console.trace("here");`,
  );
  await expect(pane.log.locator("table tr")).toHaveCount(3);
  await expect(pane.log.locator("table tr").nth(1)).toHaveText("01x");
  await expect(pane.log.getByText("inside")).toHaveCSS("padding-inline-start", /^1[0-9]\.?\d*px$/);
  const text = (await pane.log.textContent()) ?? "";
  expect(text).toContain("default: 1\ndefault: 2\n");
  expect(text).toMatch(/t: \d+\.\d ms\n/);
  expect(text).toContain("Assertion failed shown\n");
  expect(text).not.toContain("not shown");
  expect(text).toContain("main.ts:8");
});

test("console.clear empties the log", async ({ page }) => {
  const pane = await runCode(page, 'console.log("gone"); console.clear(); console.log("left");');
  await pane.hasPrinted("left\n");
});

test("a stack inside of a value is told in the columns of the reader's own file", async ({ page }) => {
  const pane = await runCode(
    page,
    "const { stack }: { stack?: string } = new Error('x'); console.log({ stack });",
  );
  await expect(pane.log).toContainText("main.ts:1:39");
  await expect(pane.log).not.toContainText("blob:");
});

test("a value that resists being looked at does no harm", async ({ page }) => {
  const pane = await runCode(
    page,
    `const hostile = new Proxy({}, { ownKeys() { throw new Error("no"); }, get() { throw new Error("no"); } });
console.log(hostile);
console.log({ toString() { throw new Error("no"); }, [Symbol.toPrimitive]() { throw new Error("no"); } });
console.log("after");`,
  );
  await pane.hasState("done");
  await expect(pane.log).toContainText("after");
});

test("ten million characters are cut, and the next line follows", async ({ page }) => {
  const pane = await runCode(
    page,
    `console.log("x".repeat(10_000_000));
console.log(Array.from({ length: 1_000_000 }, (_, i) => ({ i, text: "y".repeat(10) })));
console.log("after");`,
  );
  await pane.hasState("done");
  const text = (await pane.log.textContent()) ?? "";
  expect(text.length).toBeLessThan(50_000);
  expect(text.endsWith("after\n")).toBe(true);
});

test("of long lines without end as many are kept as a page can lay out, and the last one is there", async ({
  page,
}) => {
  const pane = await runCode(
    page,
    'const big = "\\u0001".repeat(20_000);\nfor (let i = 0; i < 3000; i++) console.log(big, big, i);\nconsole.log("the last line");',
  );
  await pane.hasState("done");
  const text = (await pane.log.textContent()) ?? "";
  expect(text.endsWith("the last line\n")).toBe(true);
  expect(text.length).toBeLessThanOrEqual(logRoom.weight);
  expect(text).toMatch(/^2,9\d\d earlier lines are not shown\n/);
});

test("of tables without end as many are kept as a page can lay out", async ({ page }) => {
  const pane = await runCode(
    page,
    "const rows = Array.from({ length: 200 }, (_, i) => Array(20).fill(i));\nfor (let i = 0; i < 300; i++) console.table(rows);",
  );
  await pane.hasState("done");
  const cells = await pane.log.locator("td, th").count();
  expect(cells).toBeGreaterThan(500);
  expect(cells).toBeLessThan(5_000);
});

test("of more lines than are sent the last ones are shown without a gap, and it is said how many came before", async ({
  page,
}) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, "coroutines/say-after");
  await pane.replaceCode(
    `for (let i = 0; i < 3000; i++) console.log(i);
await new Promise((resolve) => setTimeout(resolve, 500));
console.log(3000);`,
  );
  await pane.run();
  const [notice, ...lines] = ((await pane.log.textContent()) ?? "").trimEnd().split("\n");
  const first = Number(lines[0]);
  expect(lines).toEqual(Array.from({ length: 3001 - first }, (_, index) => String(first + index)));
  expect(notice).toBe(`${first.toLocaleString("en")} earlier lines are not shown`);
});
