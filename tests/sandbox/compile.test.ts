import { describe, expect, test } from "vitest";
import { listExamples, readExample } from "../../src/examples/read-example.ts";
import { CompileError, compile } from "../../src/sandbox/compile.ts";

/** The code of one file after compilation, or the error that the reader is shown. */
function attempt(code: string): { code: string } | { error: CompileError } {
  try {
    return { code: compile({ "/main.ts": code }, "/main.ts").modules.at(-1)?.code ?? "" };
  } catch (error) {
    if (error instanceof CompileError) {
      return { error };
    }
    throw error;
  }
}

describe("compiling", () => {
  test("keeps every line of every example where it was", () => {
    for (const path of listExamples()) {
      const sources = Object.fromEntries(readExample(path).files.map(({ name, code }) => [`/${name}`, code]));
      // Those that import modules of Node are for Node alone.
      const compiled = Object.keys(sources).filter(
        (file) => file.endsWith(".ts") && !sources[file]?.includes('from "node:'),
      );
      for (const name of compiled) {
        for (const module of compile(sources, name).modules) {
          expect(module.code.split("\n").length, `${path}${module.path}`).toBe(
            sources[module.path]?.split("\n").length,
          );
        }
      }
    }
  });

  test.for([
    ["a character too few", (code: string, at: number) => code.slice(0, at) + code.slice(at + 1)],
    ["a character too many", (code: string, at: number) => `${code.slice(0, at)}@${code.slice(at)}`],
    ["a quote too many", (code: string, at: number) => `${code.slice(0, at)}"${code.slice(at)}`],
    ["an end too early", (code: string, at: number) => code.slice(0, at)],
  ] as const)("gives code or a clear error for %s at each character", ([, damage]) => {
    const source =
      readExample("coroutines/bare-yield").files.find(({ name }) => name === "main.ts")?.code ?? "";
    for (let at = 0; at < source.length; at++) {
      const result = attempt(damage(source, at));
      if ("error" in result) {
        const { name, message, frames } = result.error.describe();
        expect(name).toBe("SyntaxError");
        expect(message).not.toBe("");
        expect(frames[0]?.path).toBe("main.ts");
        expect(frames[0]?.line).toBeLessThanOrEqual(source.split("\n").length + 1);
      }
    }
  });

  test("puts each module after those that it imports", () => {
    const sources = {
      "/main.ts": 'import { b } from "./b.ts";\nconst lazy = await import("./c.ts");\nconsole.log(b, lazy);',
      "/b.ts": 'export { c as b } from "./c.ts";',
      "/c.ts": "export const c = 1;",
    };
    expect(compile(sources, "/main.ts").modules.map(({ path }) => path)).toEqual([
      "/c.ts",
      "/b.ts",
      "/main.ts",
    ]);
  });

  test.for(["constructor", "toString", "./__proto__"])("knows no module %s, as nobody wrote it", (name) => {
    const sources = { "/main.ts": `import ${JSON.stringify(name)};` };
    expect(() => compile(sources, "/main.ts")).toThrow(`There is no module "${name}" here.`);
  });

  test("refuses files that import each other in a circle", () => {
    const sources = { "/main.ts": 'import "./b.ts";', "/b.ts": 'import "./main.ts";' };
    expect(() => compile(sources, "/main.ts")).toThrow("main.ts imports b.ts imports main.ts");
  });

  test("does not take a word in a string or a comment for syntax", () => {
    const code = 'const text = "enum A {} namespace B {}"; // enum C {}\nexport {};\nconsole.log(text);';
    expect(attempt(code)).toHaveProperty("code");
  });
});
