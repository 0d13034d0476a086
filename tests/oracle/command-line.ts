import { parseArgs } from "node:util";
import { type Size, usualSize } from "./generate.ts";
import { findPython, PythonProcess, pythonIsMissing } from "./python-process.ts";

export interface Options {
  seed: number;
  count: number;
  size: Size;
}

/** Reads `--seed N --count M` and the sizes of programs. */
export function readOptions(defaults: { seed: number; count: number }): Options {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: String(defaults.seed) },
      count: { type: "string", default: String(defaults.count) },
      coroutines: { type: "string", default: String(usualSize.coroutines) },
      statements: { type: "string", default: String(usualSize.statements) },
      depth: { type: "string", default: String(usualSize.depth) },
    },
  });
  const number = (name: keyof typeof values): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 0) {
      exit(`--${name} takes a number, got "${values[name]}"`);
    }
    return value;
  };
  return {
    seed: number("seed"),
    count: number("count"),
    size: { coroutines: number("coroutines"), statements: number("statements"), depth: number("depth") },
  };
}

/** CPython 3.13, or the end of this process when there is none. */
export function startPython(): PythonProcess {
  return new PythonProcess(findPython() ?? exit(pythonIsMissing));
}

function exit(message: string): never {
  console.error(message);
  process.exit(2);
}
