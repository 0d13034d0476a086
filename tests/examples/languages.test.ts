import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const content = join(import.meta.dirname, "../../content");
const pagesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith(".mdx"));

/** What must be alike in every language: how deep headings are, which examples come, how long tables are. */
function structureOf(file: string): string[] {
  const text = readFileSync(file, "utf8").replace(/^```[\s\S]*?^```/gm, "");
  return text.split("\n").flatMap((line) => {
    const heading = /^(#+) /.exec(line)?.[1];
    const example = /<Example [^>]*>/.exec(line)?.[0];
    const row = /^\|/.test(line) ? "table row" : undefined;
    return heading ?? example ?? row ?? [];
  });
}

describe("the Chinese pages", () => {
  test("are the same pages as the English ones", () => {
    expect(pagesIn(join(content, "zh-cn")).sort()).toEqual(pagesIn(content).sort());
  });

  test.for(pagesIn(content))("have the headings, examples and tables of %s", (name) => {
    expect(structureOf(join(content, "zh-cn", name))).toEqual(structureOf(join(content, name)));
  });
});
