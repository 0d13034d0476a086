import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { Program } from "./program.ts";
import type { Recording } from "./python-process.ts";

/** A program, and what CPython did with it. */
export interface RecordedProgram extends Recording {
  program: Program;
}

const file = new URL("corpus/cpython-3.13.jsonl.br", import.meta.url);

/** Brotli with a large window: programs are much alike, but not within gzip's 32 kB. */
const compression = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 10,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  },
};

/**
 * One line with the outcomes, so that one which never happens is known as well, then one line a program.
 *
 * @returns How many bytes it takes.
 */
export function writeCorpus(outcomes: readonly string[], programs: readonly RecordedProgram[]): number {
  const lines = [outcomes, ...programs].map((line) => JSON.stringify(line));
  const compressed = brotliCompressSync(lines.join("\n"), compression);
  writeFileSync(file, compressed);
  return compressed.length;
}

export function readCorpus(): { outcomes: string[]; size: number; programs(): Generator<RecordedProgram> } {
  const [outcomes = "[]", ...programs] = brotliDecompressSync(readFileSync(file)).toString().split("\n");
  return {
    outcomes: JSON.parse(outcomes),
    size: programs.length,
    *programs() {
      for (const line of programs) {
        yield JSON.parse(line);
      }
    },
  };
}
