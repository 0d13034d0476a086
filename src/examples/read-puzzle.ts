import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MisconceptionId, misconceptions } from "../puzzle/misconceptions.ts";
import type { Puzzle } from "../puzzle/puzzle.ts";
import { type Example, ExampleError, examplesFolder, puzzleFile } from "./read-example.ts";

/** What an example would print under each misconception that changes the order. */
export type WrongOutputs = { [Id in MisconceptionId]?: readonly string[] };

/** Whether the reader is asked for the order before the output is shown. */
export function isPuzzle({ path }: Example): boolean {
  return existsSync(join(examplesFolder(), path, puzzleFile));
}

/** Throws {@link ExampleError} for a misconception that nobody has written down. */
export function readPuzzle(example: Example): Puzzle {
  const wrong = readWrongOutputs(example);
  return {
    lines: linesOf(example.output),
    wrongOrders: Object.entries(wrong).map(([id, lines]) => ({ ...misconceptionOf(example, id), lines })),
  };
}

export function readWrongOutputs({ path }: Example): WrongOutputs {
  return JSON.parse(readFileSync(join(examplesFolder(), path, puzzleFile), "utf8"));
}

export function linesOf(output: string): string[] {
  return output.trimEnd().split("\n");
}

function misconceptionOf({ path }: Example, id: string) {
  const known = Object.keys(misconceptions);
  if (!known.includes(id)) {
    throw new ExampleError(
      `examples/${path}/${puzzleFile}`,
      `expected misconceptions of src/puzzle/misconceptions.ts, found "${id}". \`npm run record -- ${path}\` writes the file.`,
    );
  }
  return misconceptions[id as MisconceptionId];
}
