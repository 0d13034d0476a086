import { describe, expect, test } from "vitest";
import { type Example, listExamples, readExample } from "../../src/examples/read-example.ts";
import { readDeclarations } from "../../src/integrations/types/declarations.ts";
import type { Platform } from "../../src/playground/type-checking/language-service.ts";
import { createTypeChecker } from "../../src/playground/type-checking/type-checker.ts";

const examples = listExamples().map((path) => readExample(path));

/** Each error of an example as a reader sees it who turns types on: `main.ts:3: ...`. */
function typeErrors({ path, files }: Example, checker: ReturnType<typeof createTypeChecker>): string[] {
  const sources = Object.fromEntries(
    files.filter(({ name }) => name.endsWith(".ts")).map(({ name, code }) => [name, code]),
  );
  return Object.entries(sources).flatMap(([name, code]) =>
    checker
      .problems({ example: path, files: sources, name })
      .map(({ from, message }) => `${name}:${code.slice(0, from).split("\n").length}: ${message}`),
  );
}

for (const platform of ["browser", "node"] satisfies Platform[]) {
  describe(`examples for ${platform}`, () => {
    const checker = createTypeChecker(readDeclarations(platform), { platform });

    for (const example of examples.filter(({ runtime }) => runtime === platform)) {
      test(`the reader finds no type error in ${example.path}`, () => {
        expect(typeErrors(example, checker)).toEqual([]);
      });
    }
  });
}
