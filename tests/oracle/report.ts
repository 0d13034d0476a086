import type { Difference } from "./compare.ts";
import { libraryNames } from "./interpreter.ts";
import { printPython } from "./print-python.ts";
import { printTypescript } from "./print-typescript.ts";
import type { Program } from "./program.ts";

/** Shows a program on which the two sides differ: both sources, and where the traces part. */
export function report(program: Program, difference: Difference): string {
  return [
    `# The traces of seed ${program.seed} differ.`,
    "",
    "# ---- tests/oracle/failing.py",
    printPython(program),
    "// ---- tests/oracle/failing.ts",
    printTypescript(program, libraryNames),
    `At entry ${difference.index} (microseconds, task, what, value):`,
    `  CPython:  ${JSON.stringify(difference.expected) ?? "the trace has ended"}`,
    `  library:  ${JSON.stringify(difference.found) ?? "the trace has ended"}`,
  ].join("\n");
}
