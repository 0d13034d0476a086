import { describe, expect, test } from "vitest";
import { instrument, unusedName } from "../../src/promise-trace/instrument.ts";
import { compile } from "../../src/sandbox/compile.ts";
import { instrumentProgram } from "../../src/sandbox/instrument-program.ts";
import { errorAtOriginalPositions } from "../../src/sandbox/source-map.ts";

function textOf(code: string): string {
  return instrument(code, "plain.ts", "$w")?.text ?? "";
}

describe("an instrumented module", () => {
  test.for([
    ["an arrow that gives an object", "const f = async (x = (() => 1)()) => ({ a: await x });"],
    ["a comma where one value is meant", "async function f() { return await (1, 2), 3; }"],
    ["a labelled loop that waits", "outer: for await (const x of [1]) { if (x) continue outer; }"],
    ["a part of an optional chain", "const a = null; a?.b().c(await 1);"],
    [
      "a call of super",
      "class A extends Object { constructor() { super(); } async m() { await super.toString(); } }",
    ],
    [
      "private, static and generator methods",
      "class A { static async #p() {} async *g() { yield; return await 1; } }",
    ],
    ["functions with nothing in them", "async function f() {} const g = async () => {}; await f();"],
    ["nothing in it", ""],
    ["a comment as the last line", "await 1; // the end"],
    ["two functions of one name", "async function f() { function a() {} function a() {} await a(); }"],
    [
      "statements without semicolons",
      "const [a] = await f()\nconst g = async () => a\nfunction f() { return [g] }",
    ],
  ])("still parses with %s", ([, code = ""]) => {
    expect(instrument(textOf(code), "plain.ts", "$v")).toBeDefined();
  });

  test("keeps its lines", () => {
    const code =
      "async function f() {\n  await g();\n}\n\nasync function g() {\n  return 1;\n}\nawait f();\n";
    const lines = textOf(code).split("\n");
    expect(lines[1]).toContain("await");
    expect(lines[5]).toContain("return");
  });

  test("is left alone where it does not parse, for the engine to say why", () => {
    expect(instrument("await", "plain.ts", "$w")).toBeUndefined();
  });

  test("tells a global that it does not mention itself", () => {
    expect(unusedName(["const $w = 1;", "$ww();"])).toBe("$www");
  });

  test("has each position lead to where it led in the source", () => {
    const source =
      "const wait: number = 1;\nasync function f(a: number) { await a; await nothing(a as number); }\n";
    const compiled = compile({ "/plain.ts": source }, "/plain.ts");
    const { modules, sourceMaps } = instrumentProgram(compiled);
    const line = modules[0]?.code.split("\n")[1] ?? "";
    const frame = { caller: "f", path: "plain.ts", line: 2, column: line.indexOf("nothing") + 1 };
    const { frames } = errorAtOriginalPositions({ name: "", message: "", frames: [frame] }, sourceMaps);
    expect(frames[0]?.column).toBe((source.split("\n")[1] ?? "").indexOf("nothing") + 1);
  });

  test("has the text of each function as its author wrote it", () => {
    const code = 'const f = async (x) => (await x) + "…";\nasync function g() { await f(1); }\n';
    const inserted = instrument(code, "plain.ts", "$w");
    const start = inserted?.text.indexOf("async function g") ?? 0;
    const part = inserted?.text.slice(start, inserted.text.lastIndexOf("}") + 1) ?? "";
    expect(inserted?.restore(part)).toBe("async function g() { await f(1); }");
    expect(inserted?.restore("function () { [native code] }")).toBe("function () { [native code] }");
  });

  test("names what another module exports where it did", () => {
    const sources = {
      "/plain.ts":
        'import { f } from "./other.ts";\nawait f(); const { g } = await import("./other.ts"); await g();\n',
      "/other.ts": "export const f = async () => 1;\nexport const g = f;\n",
    };
    const { modules } = instrumentProgram(compile(sources, "/plain.ts"));
    const entry = modules.at(-1);
    expect(entry?.imports.map(({ start, end }) => entry.code.slice(start, end))).toEqual([
      "./other.ts",
      '"./other.ts"',
    ]);
  });
});
