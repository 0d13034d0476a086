import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { Program } from "./program.ts";
import type { Recording } from "./python-process.ts";

/** A program, and what CPython did with it. */
export interface RecordedProgram extends Recording {
  program: Program;
}

interface Corpus {
  /** Everything that the recorder looked for, so that what never happened is known as well. */
  outcomes: string[];
  programs: RecordedProgram[];
}

const file = new URL("corpus/cpython-3.13.jsonl.br", import.meta.url);

/** Brotli with a large window: programs are much alike, but not within gzip's 32 kB. */
const compression = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 10,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  },
};

/** One line with the outcomes, then one line a program. */
export function writeCorpus({ outcomes, programs }: Corpus): number {
  const lines = [outcomes, ...programs].map((line) => JSON.stringify(line));
  const compressed = brotliCompressSync(lines.join("\n"), compression);
  writeFileSync(file, compressed);
  return compressed.length;
}

export function readCorpus(): Corpus {
  const lines = brotliDecompressSync(readFileSync(file)).toString().split("\n");
  const [outcomes, ...programs] = lines.map((line) => JSON.parse(line));
  return { outcomes, programs };
}
