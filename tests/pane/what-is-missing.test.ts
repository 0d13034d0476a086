import { expect, test } from "vitest";
import { whatIsMissing } from "../../src/playground/run/what-is-missing.ts";
import type { Language } from "../../src/site.ts";

interface Failure {
  readonly name?: string;
  readonly code?: string;
  /** Counted from 1, in the only line of the code. */
  readonly column?: number;
  readonly language?: Language;
}

/** What is said of what an engine says of a program. */
function said(
  message: string,
  { name = "ReferenceError", code = "", column = 1, language = "en" }: Failure = {},
): string | undefined {
  const frames = [{ caller: "", path: "plain.ts", line: 1, column }];
  return whatIsMissing({ name, message, frames }, { "plain.ts": code }, language);
}

test.for<[string, RegExp]>([
  ["process is not defined", /^process belongs to Node.*Download the project/],
  ["Can't find variable: require", /^require belongs to CommonJS.*import/],
  ["document is not defined", /^document belongs to a page/],
  ["alert is not defined", /^alert\(\) belongs to a page.*console\.log/],
])("a name that a worker has not got, as in %s, is told of with its owner", ([message, expected]) => {
  expect(said(message)).toMatch(expected);
});

test.for<[string, number]>([
  // Where V8 sees it, and where others do.
  ["count = 1", 7],
  ["count = 1", 1],
  ["count += 1", 1],
  ["count ??= 1", 1],
  ["count++", 1],
  ["  --count", 5],
  ["count = async () => {}", 7],
])("a variable that %s would have made, or changed, in a script has to be declared", ([code, column]) => {
  expect(said("count is not defined", { code, column })).toMatch(/^count is declared nowhere.*const or let/);
});

test.for<[string, number]>([
  ["count == 1", 1],
  ["count => 1", 1],
  ["console.log(count)", 13],
  ["const e: count = new count();", 22],
  [`console.log(count); const s = "count = 1";`, 13],
  ["if (true) { const count = 1; } console.log(count);", 44],
  ["discount = 1", 10],
])("a name that is read in %s is left to the error", ([code, column]) => {
  expect(said("count is not defined", { code, column })).toBeUndefined();
});

test.for(["((a+)+)+b", "(", "[a", "\\", "__proto__", "constructor"])(
  "what calls itself a name, as %s, is compared and no more",
  (name) => {
    expect(said(`${name} is not defined`, { code: `// ${"a".repeat(40)}!` })).toBeUndefined();
  },
);

test("an error that claims to come from no file of the program is left alone", () => {
  const frames = [{ caller: "", path: "__proto__", line: 1, column: 1 }];
  const error = { name: "ReferenceError", message: "x is not defined", frames };
  expect(whatIsMissing(error, {}, "en")).toBeUndefined();
});

test.for<[string, RegExp]>([
  ["node:fs", /^"node:fs" belongs to Node/],
  ["timers/promises", /^"timers\/promises" belongs to Node/],
  ["axios", /^"axios" is not on this page.*install/],
])("a module that a page has not got, as %s, is one of Node or a package", ([module, expected]) => {
  const message = `There is no module "${module}" here. What can be imported: "asyncio-ts".`;
  expect(said(message, { name: "SyntaxError" })).toMatch(expected);
});

test("a file that the program does not have is left to the error", () => {
  const message = `There is no module "./other.ts" here. What can be imported: "asyncio-ts".`;
  expect(said(message, { name: "SyntaxError" })).toBeUndefined();
});

test.for(["Failed to fetch", "NetworkError when attempting to fetch resource.", "Load failed"])(
  "a request that no pane can make is told of, in the engine's words %s",
  (message) => {
    expect(said(message, { name: "TypeError" })).toMatch(/can make no request/);
  },
);

test("other errors are left alone, whatever they are called", () => {
  expect(said("process is not defined", { name: "Error" })).toBeUndefined();
  expect(said("x is not a function", { name: "TypeError" })).toBeUndefined();
});

test("a Chinese page says so in Chinese", () => {
  expect(said("process is not defined", { language: "zh-cn" })).toMatch(/^process 是 Node 才有的/);
});
