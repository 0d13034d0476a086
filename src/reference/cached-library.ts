import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../build/digest-of.ts";
import { findKept, keep } from "../build/kept.ts";
import { programDigest } from "../build/program-digest.ts";
import { type LibrarySymbol, readLibrary } from "./read-library.ts";

const library = join(process.cwd(), "src/async-primitives");

/** TypeDoc takes seconds, so that what it read is kept until the sources change. */
export async function readCachedLibrary(): Promise<LibrarySymbol[]> {
  const digest = digestOf(await programDigest("src/reference/read-library.ts"), ...sourcesOf(library));
  const kept = findKept("reference", digest);
  if (kept !== undefined) {
    return JSON.parse(kept.toString());
  }
  const symbols = await readLibrary(library);
  keep("reference", digest, JSON.stringify(symbols));
  return symbols;
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|json)$/.test(file) && !/(^|[/\\])(node_modules|dist|tests)[/\\]/.test(file))
    .sort()
    .flatMap((file) => [file, readFileSync(join(folder, file), "utf8")]);
}
