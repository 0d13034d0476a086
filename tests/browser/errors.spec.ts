import type { Page } from "@playwright/test";
import { expect, Pane, test } from "./pane.ts";

const path = "coroutines/say-after";

async function runCode(page: Page, code: string): Promise<Pane> {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.replaceCode(code);
  await pane.run();
  return pane;
}

test("an error at the top level points at the reader's own line and column", async ({ page }) => {
  const pane = await runCode(
    page,
    `interface Gone { a: string }

function fail(reason: string): never {
  const typed: number = 1; throw new RangeError(reason);
}

fail("too far");`,
  );
  await pane.hasState("failed");
  await pane.hasPrinted(
    "main.ts:4:34: RangeError: too far\n    at fail (main.ts:4:34)\n    at main.ts:7:1\n",
  );
  await expect(pane.element.locator(".pane-error-line")).toHaveText(
    "  const typed: number = 1; throw new RangeError(reason);",
  );
  await expect(pane.element.locator(".pane-error-word")).toHaveText("new");
});

test("an error in a task carries the reader's frames, and the library's are folded", async ({ page }) => {
  const pane = await runCode(
    page,
    `import { type Coroutine, createTask, run, sleep } from "asyncio-ts";
function* broken(): Coroutine<void> {
  yield* sleep(0);
  throw new TypeError("inside a task");
}
function* main(): Coroutine<void> {
  yield* createTask(broken());
}
await run(main());`,
  );
  await pane.hasState("failed");
  const text = (await pane.log.textContent()) ?? "";
  expect(text).toContain("main.ts:4:9: TypeError: inside a task\n    at broken");
  expect(text).toMatch(/… asyncio-ts, \d+×/);
  expect(text).not.toContain("blob:");
});

test("an exception that nobody retrieved is reported with its place, and the run goes on", async ({
  page,
}) => {
  const pane = await runCode(
    page,
    `import { type Coroutine, createTask, run, sleep } from "asyncio-ts";
function* broken(): Coroutine<void> {
  throw new Error("nobody asks");
  yield;
}
function* main(): Coroutine<void> {
  createTask(broken());
  yield* sleep(0.01);
}
await run(main());
console.log("the end");`,
  );
  await pane.hasState("done");
  const text = (await pane.log.textContent()) ?? "";
  expect(text).toContain("never retrieved");
  expect(text).toContain("main.ts:3:9: Error: nobody asks");
  expect(text).toContain("the end\n");
});

test("an unhandled rejection fails the run", async ({ page }) => {
  const pane = await runCode(
    page,
    'void Promise.reject(new TypeError("nobody looks"));\nsetTimeout(() => {}, 60_000);\n',
  );
  await pane.hasState("failed");
  await expect(pane.log).toContainText("main.ts:1:21: TypeError: nobody looks");
});

test("an error in a timer fails the run", async ({ page }) => {
  const pane = await runCode(page, 'setTimeout(() => {\n  throw new Error("late");\n}, 5);\n');
  await pane.hasState("failed");
  await expect(pane.log).toContainText("main.ts:2:9: Error: late");
});

test("a group of errors lists what is in it", async ({ page }) => {
  const pane = await runCode(
    page,
    'throw new AggregateError([new RangeError("a"), new TypeError("b")], "two");',
  );
  await expect(pane.log).toContainText("AggregateError: two\n  1. RangeError: a\n  2. TypeError: b");
});

const mistakes = [
  ["a missing name", "const fine = 1;\nconst = 2;\n", /^main\.ts:2:7: SyntaxError: /],
  // What follows is well-formed to a compiler that only removes types. The engine alone refuses it, and says no place.
  ["a number that is none", "const one = 1;\nlet two = 08n;\n", /^main\.ts:2:11: SyntaxError: /],
  ["a name that is declared twice", "let a = 1;\nlet a = 2;\n", /^main\.ts:2:5: SyntaxError: .*'a'/],
  [
    "a parameter and a name in its body",
    "function f(a: number) {\n  let a = 2;\n}\nf(1);\n",
    /^main\.ts:2:7: SyntaxError: .*'a'/,
  ],
  [
    "a regular expression that is none",
    "const fine = /a/;\nconst pattern: RegExp = /(/;\n",
    /^main\.ts:2:26: SyntaxError: .*regular expression/i,
  ],
  [
    "an unknown flag of a regular expression",
    "const pattern: RegExp = /a/gz;\n",
    /^main\.ts:1:26: SyntaxError: .*flags/i,
  ],
  [
    "await in a generator",
    "function* f() {\n  const a: number = await 1;\n}\nf();\n",
    /^main\.ts:2:21: SyntaxError: /,
  ],
  ["break outside a loop", 'console.log("a");\nbreak;\n', /^main\.ts:2:1: SyntaxError: .*break/],
  ["continue outside a loop", "if (true) {\n  continue;\n}\n", /^main\.ts:2:3: SyntaxError: .*continue/],
  ["an unknown label", "while (true) {\n  break out;\n}\n", /^main\.ts:2:3: SyntaxError: .*'out'/],
  ["return outside a function", "const a: number = 1;\nreturn a;\n", /^main\.ts:2:1: SyntaxError: .*return/],
  ["yield outside a generator", "function f() {\n  yield 1;\n}\nf();\n", /^main\.ts:2:\d: SyntaxError: /],
  ["deleting a name", "let a: number = 1;\ndelete a;\n", /^main\.ts:2:\d: SyntaxError: /],
  [
    "a private name that nobody declared",
    "class A { #a = 1; f() { return this.#a; } }\nnew A().#b;\n",
    /^main\.ts:2:9: SyntaxError: .*#b/,
  ],
  [
    "super outside a method",
    "function f() {\n  super.f();\n}\nf();\n",
    /^main\.ts:2:3: SyntaxError: .*super/,
  ],
  [
    "two constructors",
    "class A {\n  constructor() {}\n  constructor() {}\n}\nnew A();\n",
    /^main\.ts:3:3: SyntaxError: .*constructor/,
  ],
  ["an assignment to a literal", "let a: number = 1;\n1 = a;\n", /^main\.ts:2:1: SyntaxError: /],
  ["an octal escape", 'const a: string = "\\08";\n', /^main\.ts:1:\d+: SyntaxError: /],
  ["a constant without a value", "const a: number;\n", /^main\.ts:1:\d+: SyntaxError: /],
  [
    "an export of what is not there",
    "const a: number = 1;\nexport { a, b };\n",
    /^main\.ts:2:13: SyntaxError: .*'b'/,
  ],
  ["two exports of one name", "export const a = 1;\nexport { a };\n", /^main\.ts:2:\d+: SyntaxError: .*'a'/],
  ["an end too early", "function f() {\n  console.log(1);\n", /^main\.ts:3:1: SyntaxError: /],
  [
    "an unknown package",
    'import { sleep } from "asyncio";\nsleep;\n',
    /^main\.ts:1:\d+: SyntaxError: There is no module "asyncio" here\. What can be imported: "asyncio-ts"/,
  ],
  [
    "an unknown file",
    'import "./other.ts";\n',
    /^main\.ts:1:\d+: SyntaxError: There is no module "\.\/other\.ts" here\. .*"\.\/plain\.ts"/,
  ],
  [
    "an unknown name of the library",
    'import { sleeep } from "asyncio-ts";\nsleeep;\n',
    /^main\.ts:1:10: SyntaxError: .*'sleeep'/,
  ],
  [
    "an enum",
    "\nenum Colour { Red }\nconsole.log(Colour.Red);",
    /^main\.ts:2:1: SyntaxError: This is more than types, and Node would not run it: an enum/,
  ],
  [
    "a namespace",
    "namespace N { export const x = 1; }\nconsole.log(N.x);",
    /^main\.ts:1:1: SyntaxError: .*a namespace/,
  ],
  [
    "a parameter property",
    "class P {\n  constructor(private x: number) {}\n}\nnew P(1);",
    /^main\.ts:2:15: SyntaxError: .*a parameter property/,
  ],
  [
    "an import assignment",
    'import fs = require("fs");\nfs;',
    /^main\.ts:1:1: SyntaxError: .*import = require/,
  ],
] as const;

// One after the other in one pane, as a reader makes them.
test("each mistake that only an engine would refuse is named, with its place", async ({ page }) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.press("Edit");
  for (const [name, code, message] of mistakes) {
    await test.step(name, async () => {
      await pane.editor.fill(code);
      await pane.run();
      await pane.hasState("failed");
      expect.soft(await pane.log.textContent()).toMatch(message);
    });
  }
});

test("a mistake is named also where what finds its place cannot be loaded", async ({ page }) => {
  await page.route("**/locate-syntax-error*", (route) => route.abort());
  const pane = await runCode(page, "let a = 1;\nlet a = 2;\n");
  await pane.hasState("failed");
  await expect(pane.log).toContainText(/^SyntaxError: .*'a'/);
});

test("a type before a line that begins with a parenthesis does not make a call of two lines", async ({
  page,
}) => {
  const pane = await runCode(
    page,
    `const print = (text: string) => console.log(text)
type Name = string
(print as (name: Name) => void)("first")
declare const never: number
interface Other { a: 1 }
(() => print("second"))()
class Kept { private readonly x: readonly number[] = [3]; get() { return this.x[0] } }
print(String(new Kept().get()))`,
  );
  await pane.hasState("done");
  await pane.hasPrinted("first\nsecond\n3\n");
});

test("an error of what runs without an editor is marked in the page's own code, and in the editor once it is open", async ({
  page,
}) => {
  await page.goto("coroutines/");
  const pane = new Pane(page, path);
  await pane.element.locator('[data-file="main.ts"] code').evaluate((code) => {
    code.textContent = 'import { sleep } from "asyncio-ts";\nsleep(1);\nthrow new Error("at once");';
  });
  await pane.run();
  await pane.hasState("failed");
  const marked = await page.evaluate(() =>
    ["pane-error-line", "pane-error-word"].map((name) => [...(CSS.highlights.get(name) ?? [])].map(String)),
  );
  expect(marked).toEqual([['throw new Error("at once");'], ["new"]]);
  await expect(pane.editor).toHaveCount(0);
  await pane.press("Edit");
  await expect(pane.element.locator(".cm-line.pane-error-line")).toHaveText('throw new Error("at once");');
});

test("the mark goes when the next run begins", async ({ page }) => {
  const pane = await runCode(page, 'throw new Error("once");');
  await expect(pane.element.locator(".pane-error-line")).toHaveCount(1);
  await pane.replaceCode('console.log("well");');
  await pane.run();
  await expect(pane.element.locator(".pane-error-line")).toHaveCount(0);
});

test("a program that was written for Node is told what a pane lacks, until it runs again", async ({
  page,
}) => {
  const pane = await runCode(page, `process.nextTick(() => console.log("tick"));`);
  await pane.hasState("failed");
  await expect(pane.message).toHaveText(/^process belongs to Node/);
  await pane.replaceCode(`queueMicrotask(() => console.log("tick"));`);
  await pane.run();
  await pane.hasState("done");
  await expect(pane.message).toHaveText("");
});

test("a stack that is printed names the reader's lines, and nothing that shows the run", async ({ page }) => {
  await page.goto("watch/");
  const pane = new Pane(page, (await page.locator("live-pane").first().getAttribute("data-example")) ?? "");
  await pane.replaceCode(
    `await new Promise<void>(function start(resolve) {
  console.log(new Error("here").stack);
  resolve();
});`,
  );
  await pane.run();
  await pane.hasState("done");
  await pane.hasPrinted(
    "Error: here\n    at start (plain.ts:2:15)\n    at new Promise (<anonymous>)\n    at plain.ts:1:7\n",
  );
});

test("what calls itself an error of a name may call the name what it likes", async ({ page }) => {
  const failures: Error[] = [];
  page.on("pageerror", (error) => failures.push(error));
  const pane = await runCode(
    page,
    `// ${"a".repeat(34)}!\nthrow new ReferenceError("((a+)+)+b is not defined");`,
  );
  await pane.hasState("failed");
  await pane.replaceCode(`throw new ReferenceError("( is not defined");`);
  await pane.run();
  await pane.hasState("failed");
  await expect(pane.message).toHaveText("");
  expect(failures).toEqual([]);
});
