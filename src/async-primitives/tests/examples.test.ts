import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { describe, expect, test } from "vitest";
import * as library from "../index.ts";
import { virtualLoop } from "./virtual-time.ts";

/** The examples in the doc comments of a file, each with the name of what it belongs to. */
function examplesOf(file: string): { name: string; code: string }[] {
  const source = readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
  const comments = source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*@example[\s\S]*?)\*\/\s*(.*)/g);
  return [...comments].map(([, comment = "", declaration = ""]) => ({
    name: `${file}: ${declaration.replace(/^export |[({<:].*$/g, "").trim()}`,
    code:
      comment
        .replace(/^\s*\* ?/gm, "")
        .split("@example")[1]
        ?.split(/^@/m)[0]
        ?.trim() ?? "",
  }));
}

/** What the comments behind the calls of `console.log` say is printed, and the comment lines below them. */
function expectedOutput(code: string): string {
  const lines = code.split("\n");
  const promised = lines.flatMap((line) => {
    const [, said] = /console\.log.*; \/\/ (.*)$/.exec(line) ?? [];
    return said === undefined ? [] : [said];
  });
  const below = lines.filter((line) => /^\s*\/\/ /.test(line)).map((line) => line.replace(/^\s*\/\/ /, ""));
  return [...promised, ...below].join(", ");
}

async function run(code: string): Promise<string[]> {
  const output: string[] = [];
  const names = {
    ...library,
    console: { log: (...values: unknown[]) => output.push(...values.map(String)) },
    run: (main: library.Coroutine<unknown>, options?: library.RunOptions) =>
      library.run(main, { loopFactory: virtualLoop, ...options }),
    Runner: class extends library.Runner {
      constructor() {
        super({ loopFactory: virtualLoop });
      }
    },
    printCallGraph: (task: library.Task<unknown>) =>
      output.push(...library.formatCallGraph(task).split("\n")),
  };
  const AsyncFunction = (async () => {}).constructor as new (
    ...text: string[]
  ) => (...values: unknown[]) => Promise<void>;
  await new AsyncFunction(...Object.keys(names), stripTypeScriptTypes(code))(...Object.values(names));
  return output;
}

const files = readdirSync(new URL("..", import.meta.url), { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !/^(dist|tests|publish|node_modules)\b/.test(file),
);
const examples = files.flatMap(examplesOf);

describe("the examples of the doc comments", () => {
  test("are there", () => {
    expect(examples.length).toBeGreaterThan(25);
  });

  test.each(examples)("$name prints what it says", async ({ code }) => {
    expect((await run(code)).join(", ")).toBe(expectedOutput(code));
  });
});
