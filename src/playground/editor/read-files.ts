import { cut } from "../../trace/cut.ts";
import { longestLine, mostCode } from "./code-size.ts";

/** Of what a stranger has written no more is said than fits a line. */
export function briefly(value: unknown): string {
  return cut(JSON.stringify(value) ?? "nothing", 60);
}

/**
 * Reads code by the names of its files, which anyone may have written. Throws an error that says what is wrong with it.
 *
 * @param known The names that a file may have.
 */
export function readFiles(files: unknown, known: readonly string[]): Readonly<Record<string, string>> {
  if (typeof files !== "object" || files === null || Array.isArray(files)) {
    throw new Error(`expected files by their names, found ${briefly(files)}`);
  }
  for (const [name, code] of Object.entries(files)) {
    if (!known.includes(name)) {
      throw new Error(`expected the code of ${known.join(" or ")}, found ${briefly(name)}`);
    }
    if (typeof code !== "string") {
      throw new Error(`expected text as the code of ${name}, found ${briefly(code)}`);
    }
    if (code.length > mostCode.file || longestLine(code) > mostCode.line) {
      const expected = `at most ${mostCode.file} characters of code, and ${mostCode.line} in a line`;
      throw new Error(`expected ${expected}, found ${code.length} and ${longestLine(code)}`);
    }
  }
  return files as Record<string, string>;
}
