import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Case {
  name: string;
  /** Where it is ported; undefined if it is not. */
  file: string | undefined;
}

const folder = new URL(".", import.meta.url);

function linesOf(file: string): string[] {
  return readFileSync(new URL(file, folder), "utf8").split("\n");
}

/** The README, without the spaces that align its tables. */
function readme(): string[] {
  return linesOf("README.md").map((line) => line.replace(/ +/g, " "));
}

/** The rows of the README's tables. One that says neither where a case is ported nor why not has no case. */
function rows(): (Case | undefined)[] {
  let module = "";
  return readme().flatMap((line) => {
    module = /^## (test_\w+)$/.exec(line)?.[1] ?? module;
    if (!/^\| `\w+\.\w+` \|/.test(line)) {
      return [];
    }
    const row = /^\| `(\w+\.\w+)` \| (?:ported: \[([\w.-]+)\]\(\2\)|not: \S.*) \|$/.exec(line);
    return [row === null ? undefined : { name: `${module}.${row[1]}`, file: row[2] }];
  });
}

/** The counts at the head of the README: module, ported, not ported. */
function counts(): [string, number, number][] {
  return readme().flatMap((line) => {
    const row = /^\| \[`(test_\w+)`\]\(#\w+\) \| (\d+) \| (\d+) \|$/.exec(line);
    return row === null ? [] : [[row[1] as string, Number(row[2]), Number(row[3])]];
  });
}

const caseComment = /^\s*\/\/ (test_\w+\.\w+\.test_\w+)$/;

/** The cases named above the tests of this folder, and the line that follows the names. */
function named(): (Case & { next: string | undefined })[] {
  const files = readdirSync(folder).filter(
    (file) => file.endsWith(".test.ts") && file !== "coverage.test.ts",
  );
  return files.flatMap((file) => {
    const lines = linesOf(file);
    return lines.flatMap((line, i) => {
      const name = caseComment.exec(line)?.[1];
      const next = lines.slice(i).find((other) => !caseComment.test(other));
      return name === undefined ? [] : [{ name, file, next }];
    });
  });
}

function sorted(cases: Case[]): string[] {
  return [...new Set(cases.map(({ name, file }) => `${name} in ${file}`))].sort();
}

describe("the tables of CPython's cases", () => {
  const listed = rows().filter((row) => row !== undefined);

  test("call ported what the tests name, and nothing else", () => {
    expect(sorted(listed.filter(({ file }) => file !== undefined))).toEqual(sorted(named()));
  });

  test("say of each case where it is ported or why not", () => {
    expect(listed).toEqual(rows());
  });

  test("list each case once", () => {
    expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length);
  });

  test("are counted right", () => {
    const modules = new Set(listed.map(({ name }) => name.split(".")[0] as string));
    const expected = [...modules].map((module) => {
      const cases = listed.filter(({ name }) => name.startsWith(`${module}.`));
      const ported = cases.filter(({ file }) => file !== undefined).length;
      return [module, ported, cases.length - ported];
    });
    expect(counts()).toEqual(expected);
  });
});

test("the name of a case stands right above a test", () => {
  const dangling = named().filter(({ next }) => !/^\s*(?:loopTest|test)\b/.test(next ?? ""));
  expect(sorted(dangling)).toEqual([]);
});
