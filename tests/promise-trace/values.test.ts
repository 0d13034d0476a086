import { describe, expect, test } from "vitest";
import { instrument } from "../../src/promise-trace/instrument.ts";
import { localsReader } from "../../src/promise-trace/read-locals.ts";
import { parseTrace } from "../../src/trace/parse-trace.ts";
import { type TraceEvent, traceLimits } from "../../src/trace/trace.ts";
import { watchProgram } from "./watch-program.ts";

/** What was seen at each wait, in the order of the waits. */
function valuesOf(events: readonly TraceEvent[]): (string | undefined)[] {
  return events.flatMap((event) => (event.kind === "waits" ? [event.values] : []));
}

/** Runs a program with the values at its waits recorded, and without: it must print the same. */
async function look(source: string): Promise<{ printed: string; values: string[] }> {
  const [plain, watched] = await Promise.all([watchProgram(source), watchProgram(source, { values: true })]);
  expect(watched.printed).toBe(plain.printed);
  expect(valuesOf(plain.events).every((values) => values === undefined)).toBe(true);
  const first = watched.events.slice(0, traceLimits.events);
  expect(parseTrace(first)).toEqual(first);
  return { printed: watched.printed, values: valuesOf(watched.events) as string[] };
}

describe("the values at a wait", () => {
  test.for([
    [
      "parameters, taken apart or not",
      "async function f(a, { b, c: [d = 4] }, ...rest) { await 0; } f(1, { b: 2, c: [] }, 5, 6);",
      "a = 1\nb = 2\nd = 4\nrest = [5, 6]",
    ],
    [
      "variables of all kinds, without what is declared later or is only just being declared",
      "async function f() { const a = 1; let b = 2; var c = 3; const d = await 0; let e = 5; } f();",
      "a = 1\nb = 2\nc = 3",
    ],
    ["that of a loop", "async function f() { for (let n = 7; n < 8; n++) { await 0; } } f();", "n = 7"],
    [
      "that of a list",
      "async function f() { for (const [x, y] of [[1, 2]]) { await 0; } } f();",
      "x = 1\ny = 2",
    ],
    ["what was caught", "async function f() { try { throw 1; } catch (e) { await 0; } } f();", "e = 1"],
    [
      "the inner one of two with one name",
      "async function f(x) { { const x = 2; await 0; } } f(1);",
      "x = 2",
    ],
    [
      "none that is hidden by one without a value",
      "async function f(x, y) { { await 0; const x = 2; } } f(1, 2);",
      "y = 2",
    ],
    [
      "none of a case that was passed over",
      "async function f(n) { switch (n) { case 1: let a = 1; case 2: let b = 2; await 0; } } f(2);",
      "n = 2\nb = 2",
    ],
    [
      "those of the function around it",
      "function f(a) { const b = 2; (async () => { const c = 3; await 0; })(); const d = 4; } f(1);",
      "a = 1\nb = 2\nc = 3",
    ],
    [
      "of a function that is declared: those that have a value by then",
      "function f(a) { inner(); async function inner() { await 0; } const late = 1; } f(1);",
      "a = 1",
    ],
    [
      "of a function that is declared: those that come after it, once they have a value",
      "function f(a) { async function inner() { await 0; } const late = 2; inner(); } f(1);",
      "a = 1\nlate = 2",
    ],
    [
      "no functions of its own",
      "async function f(g) { const h = () => 1; function k() {} await 0; } f(f);",
      "g = [Function f]",
    ],
    [
      "names that are special elsewhere",
      "async function f(__proto__, constructor, of) { await 0; } f(1, 2, 3);",
      "__proto__ = 1\nconstructor = 2\nof = 3",
    ],
    [
      "a field of an object, but not its getter",
      "async function f(o) { await 0; } f({ a: 1, get b() { console.log('called'); return 2; } });",
      "o = { a: 1, b: (getter) }",
    ],
  ] as const)("are %s", async ([, source, expected]) => {
    const { values } = await look(source);
    expect(values[0]).toBe(expected);
  });

  test("are told of every kind of wait, as they are at that moment", async () => {
    const { values } = await look(`
      async function* numbers() { let n = 1; yield n; n = 2; yield n; }
      let sum = 0;
      for await (const x of numbers()) { sum += x; }
      { await using r = { async [Symbol.asyncDispose]() {} }; sum = 10; }
      await sum;
    `);
    expect(values.filter((text) => text.startsWith("sum"))).toEqual([
      "sum = 0",
      "sum = 1",
      "sum = 3",
      "sum = 10",
      "sum = 10",
    ]);
    expect(values.filter((text) => text.startsWith("n ="))).toEqual(["n = 1", "n = 2"]);
  });

  test.for([
    ["-0", "-0"],
    ["10n ** 60n", "BigInt"],
    ["12n", "12n"],
    ['"a\\n" + "b".repeat(99)', `"a\\n${"b".repeat(57)}…"`],
    ['Symbol("s\\n")', "Symbol(s\\n)"],
    ["[1, , 'c', [2, [3]]]", '[1, empty, "c", [2, [… 1]]]'],
    ["new Array(1e6).fill(0)", "[0, 0, 0, 0, 0, 0, … 999994 more]"],
    ["new Map([[1, { a: 1 }]])", "Map(1) {1 => { a: 1 }}"],
    ["new Set([1, 2])", "Set(2) {1, 2}"],
    ["new RangeError('far')", "RangeError: far"],
    ["new Date(0)", "1970-01-01T00:00:00.000Z"],
    ["new Date(NaN)", "Invalid Date"],
    ["/a\\/b/g", "/a\\\\/b/"],
    ["Promise.resolve(1)", "Promise"],
    ["new Uint8Array(8)", "Uint8Array [0, 0, 0, 0, 0, 0, … 2 more]"],
    ["new DataView(new ArrayBuffer(1))", "DataView {…}"],
    ["new (class Point { x = 1; #y = 2; })()", "Point { x: 1 }"],
    ["Object.create(null)", "{}"],
    ["{ a: { b: { c: 1 } } }", "{ a: { b: {…} } }"],
    ['{ "a b": 1, "": 2, é: 3 }', '{ "a b": 1, "": 2, é: 3 }'],
    ["class Named {}", "[Function Named]"],
    ["globalThis.undefined", "undefined"],
  ] as const)("show %s", async ([value, expected]) => {
    const { values } = await look(`async function f(x) { await 0; } f(${value});`);
    expect(values[0]).toBe(`x = ${expected}`);
  });

  test("call nothing of the program", async () => {
    const { printed, values } = await look(`
      const traps = new Proxy({}, { get: (_, trap) => { console.log("trap", trap); } });
      const say = (what) => { console.log("called", what); throw new Error(what); };
      class Static { static get name() { return say("name"); } static toString() { return say("toString"); } }
      class Sly extends Map {
        get size() { return say("size"); }
        *entries() { say("entries"); }
        get [Symbol.toStringTag]() { return say("tag"); }
      }
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      const cyclic = {};
      cyclic.self = cyclic;
      const odd = {
        a: new Proxy({}, traps), b: new Proxy(function () {}, traps), c: proxy, d: Static,
        toString() { say("toString"); }, toJSON() { say("toJSON"); },
      };
      async function f(x) { await 0; }
      f(odd);
      (async () => { const x = { __proto__: new Proxy({}, traps) }; await 0; })();
      f(Object.create(Map.prototype));
      f(new Sly([[1, 2]]));
      f(cyclic);
      f(Object.create({ get constructor() { return say("constructor"); } }));
      f(Object.defineProperty(new Error(), "message", { get: () => say("message") }));
    `);
    expect(printed).toBe("");
    expect(values.filter((text) => text.startsWith("x = "))).toEqual([
      "x = { a: Proxy, b: Proxy, c: Proxy, d: [Function], toString: [Function toString], toJSON: [Function toJSON] }",
      "x = {}",
      "x = Map {…}",
      "x = Sly(1) {1 => 2}",
      "x = { self: { self: {…} } }",
      "x = {}",
      "x = Error: ",
    ]);
  });

  test("are read by the methods of the host, though the program has put others in their place", async () => {
    const { printed, values } = await look(`
      const x = [new Map([[new Date(0), "a b"]]), new Set([Symbol("s")]), { "c d": /e/, get f() { console.log("called f"); } }];
      const replace = (holder, key) => Object.defineProperty(holder, key, {
        configurable: true, get() { return () => { console.log("called", key); }; },
      });
      for (const { prototype, keys } of [
        { prototype: Map.prototype, keys: ["entries", "size", "forEach", Symbol.iterator] },
        { prototype: Set.prototype, keys: ["values", "size", "forEach", Symbol.iterator] },
        { prototype: Object.getPrototypeOf(new Map().entries()), keys: ["next"] },
        { prototype: Object.getPrototypeOf(new Set().values()), keys: ["next"] },
        { prototype: Date.prototype, keys: ["getTime", "toISOString", "toString", Symbol.toPrimitive] },
        { prototype: Symbol.prototype, keys: ["toString", "description"] },
        { prototype: RegExp.prototype, keys: ["source", "exec", "toString"] },
        { prototype: String.prototype, keys: ["charCodeAt", "toJSON", "toString", Symbol.iterator] },
      ]) {
        for (const key of keys) { replace(prototype, key); }
      }
      replace(JSON, "stringify");
      // Which an accessor that is described would inherit.
      Object.prototype.value = 1;
      await 0;
    `);
    expect(printed).toBe("");
    expect(values).toContain(
      'x = [Map(1) {1970-01-01T00:00:00.000Z => "a b"}, Set(1) {Symbol(s)}, { "c d": /e/, f: (getter) }]',
    );
  });

  test("leave Proxy as it looks to a program", async () => {
    const { printed } = await look(`
      const fails = (call) => { try { call(); } catch (error) { return String(error); } };
      console.log(Proxy.name, Proxy.length, "prototype" in Proxy, typeof Proxy, String(Proxy), String(Proxy.revocable));
      console.log(fails(() => Proxy({}, {})), fails(() => new Proxy(1, {})), fails(() => class extends Proxy {}));
      console.log(JSON.stringify(Object.getOwnPropertyDescriptor(globalThis, "Proxy")), Proxy === globalThis.Proxy);
      Object.prototype.get = () => { console.log("a trap that was inherited"); };
      console.log(Proxy.name);
      console.log(Reflect.ownKeys(Proxy).join());
    `);
    expect(printed).toContain("Proxy 2 false function function Proxy() { [native code] }");
  });

  test("are few and short, however many and long there are", async () => {
    const names = Array.from({ length: 500 }, (_, index) => `v${index}`);
    const { values } = await look(`
      async function f() { let ${names
        .map((name) => `${name} = "x".repeat(1e6)`)
        .slice(0, 20)
        .join()}, ${names.slice(20).join()}; await 0; }
      const many = {}; for (let n = 0; n < 200_000; n++) { many["k" + n] = n; }
      let deep = {}; for (let n = 0; n < 10_000; n++) { deep = { deep }; }
      async function g(a, b, c) { for (let n = 0; n < 40; n++) { await 0; } }
      f();
      await g(many, deep, "\\u{1f600}".repeat(1e6));
    `);
    expect(values[0]?.split("\n")).toHaveLength(12);
    expect(values.every((text) => text === undefined || text.length <= traceLimits.values)).toBe(true);
    const large = values.filter((text) => text?.includes("k0"));
    // Listing the keys of a large object is given up after a while.
    expect(large.length).toBeGreaterThan(5);
    expect(large.length).toBeLessThan(20);
  });

  test("are left out once there are too many", async () => {
    const { values } = await look(`
      async function f(${Array.from({ length: 12 }, (_, index) => `a${index}`)}) { for (let n = 0; n < 6000; n++) { await 0; } }
      f(${Array.from({ length: 12 }, () => '"x".repeat(99)')});
    `);
    expect(values[0]).toContain("xxx");
    expect(values.at(-1)).toBeUndefined();
  });

  test("add to a long program no more than so much", () => {
    const waits = Array.from({ length: 20_000 }, (_, index) => `const variable${index} = ${index}; await 0;`);
    const code = `async function f() { ${waits.join("\n")} }`;
    const [plain, withValues] = [undefined, localsReader("$w")].map(
      (reader) => instrument(code, "plain.ts", "$w", reader)?.text.length ?? 0,
    );
    expect((withValues ?? 0) - (plain ?? 0)).toBeGreaterThan(100_000);
    expect((withValues ?? 0) - (plain ?? 0)).toBeLessThan(250_000);
  });
});

test("values that are no text, or too long, are no trace", () => {
  const wait = { at: 0, kind: "waits", task: 1, on: 2, what: "sleep", frames: [] };
  expect(parseTrace([wait])?.[0]).toEqual(wait);
  expect(parseTrace([{ ...wait, values: "a = 1" }])?.[0]).toEqual({ ...wait, values: "a = 1" });
  for (const values of [null, 1, ["a = 1"], "x".repeat(traceLimits.values + 1)]) {
    expect(parseTrace([{ ...wait, values }])).toBeUndefined();
  }
});
