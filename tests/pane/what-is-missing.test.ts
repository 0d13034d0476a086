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
  ["Deno is not defined", /^Deno belongs to the runtime of that name/],
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
  ["[count, other] = [1, 2]", 2],
  ["  ({ other, count } = await load());", 13],
  ["({ other: count } = {});", 11],
  ["for (count of [1]) {}", 6],
  ["for await (count of []) {}", 12],
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
  ["const [x] = [count]", 14],
  ["log([count, 1]); let [x] = [1];", 6],
  ["const x = { count }; let y = 1;", 13],
  ["for (const x of count) {}", 17],
])("a name that is read in %s is left to the error", ([code, column]) => {
  expect(said("count is not defined", { code, column })).toBeUndefined();
});

test.for<[string, string, number, RegExp | undefined]>([
  [
    "Cannot read properties of undefined (reading 'title')",
    "globalThis.document.title",
    21,
    /^globalThis\.document belongs to a page/,
  ],
  [
    "undefined is not an object (evaluating 'self.document.body')",
    "log(self.document.body)",
    19,
    /^self\.document belongs to a page/,
  ],
  [
    "globalThis.alert is not a function",
    `globalThis.alert("x")`,
    12,
    /^globalThis\.alert\(\) belongs to a page/,
  ],
  [
    "Cannot read properties of undefined (reading 'env')",
    "globalThis.process.env",
    20,
    /^globalThis\.process belongs to Node/,
  ],
  [
    "Cannot read properties of undefined (reading 'split')",
    "import.meta.dirname.split('/')",
    21,
    /^import\.meta\.dirname belongs to Node/,
  ],
  ["Cannot read properties of undefined (reading 'x')", "globalThis.mine.x", 17, undefined],
  ["Cannot read properties of undefined (reading 'x')", "log(globalThis.document); a.x", 29, undefined],
  ["Cannot read properties of undefined (reading 'x')", "self.document; a.x", 18, undefined],
])(
  "what is not in the global object is told of as its names are: %s",
  ([message, code, column, expected]) => {
    const told = said(message, { name: "TypeError", code, column });
    expect(told ?? "").toMatch(expected ?? /^$/);
  },
);

test.for<[string, number, RegExp]>([
  ["const a = <div>hi</div>;", 20, /^JSX/],
  ["  return <App x={1} />;", 24, /^JSX/],
  ["const f = () => <b/>", 14, /^JSX/],
  ["@logged class A {}", 1, /^Decorators/],
  ["class A { @logged m() {} }", 11, /^Decorators/],
  ["const a = b < c > d;;)", 22, /^$/],
  [`log("a@b.c" +)`, 14, /^$/],
])("what is more than types is told of by its name: %s", ([code, column, expected]) => {
  expect(said("Unexpected token", { name: "SyntaxError", code, column }) ?? "").toMatch(expected);
});

test.for([
  "Failed to resolve module specifier 'lodash'",
  "The specifier “lodash” was a bare specifier, but was not remapped to anything.",
  "Module name, 'lodash' does not resolve to a valid URL.",
])("a package that is named when the program runs is told of: %s", (message) => {
  expect(said(message, { name: "TypeError" })).toMatch(/^"lodash" is not on this page/);
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

test.for<[string, string, string, number]>([
  [
    "TypeError",
    "Cannot read properties of undefined (reading 'x')",
    "if (!globalThis.document?.title) u.x",
    36,
  ],
  ["TypeError", "Cannot read properties of undefined (reading 'x')", "/* self.document.y */ u.x", 25],
  [
    "TypeError",
    "Cannot read properties of undefined (reading 'x')",
    "const f = (self: any) => self.parent.x",
    38,
  ],
  ["TypeError", "Failed to fetch", 'throw new TypeError("Failed to fetch")', 7],
  ["SyntaxError", "Unexpected token ')'", "const same = <T>(value: T) => value)", 36],
  ["SyntaxError", "Unexpected token ')'", "const same = <T extends string>(value: T) => value)", 51],
])("an error of the program's own is left alone: a %s, %s in %s", ([name, message, code, column]) => {
  expect(said(message, { name, code, column })).toBeUndefined();
});

test("other errors are left alone, whatever they are called", () => {
  expect(said("process is not defined", { name: "Error" })).toBeUndefined();
  expect(said("x is not a function", { name: "TypeError" })).toBeUndefined();
});

test("a Chinese page says so in Chinese", () => {
  expect(said("process is not defined", { language: "zh-cn" })).toMatch(/^process 是 Node 才有的/);
});
