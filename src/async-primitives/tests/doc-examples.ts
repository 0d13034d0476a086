import { readdirSync, readFileSync } from "node:fs";

/** An example in a doc comment. */
export interface DocExample {
  /** The file and the name of what it belongs to. */
  readonly name: string;
  readonly code: string;
}

/** All examples in the doc comments of the library. */
export function readDocExamples(): DocExample[] {
  return readdirSync(new URL("..", import.meta.url), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/^(dist|tests|node_modules)\b/.test(file))
    .flatMap(examplesOf);
}

/** The examples in the doc comments of a file, each with the name of what it belongs to. */
function examplesOf(file: string): DocExample[] {
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
export function expectedOutput(code: string): string {
  const lines = code.split("\n");
  const promised = lines.flatMap((line) => {
    const [, said] = /console\.log.*; \/\/ (.*)$/.exec(line) ?? [];
    return said === undefined ? [] : [said];
  });
  const below = lines.filter((line) => /^\s*\/\/ /.test(line)).map((line) => line.replace(/^\s*\/\/ /, ""));
  return [...promised, ...below].join(", ");
}
