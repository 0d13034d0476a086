import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LoaderContext } from "astro/loaders";
import { type LibrarySymbol, readLibrary } from "./read-library.ts";

const library = join(process.cwd(), "src/async-primitives");

/** TypeDoc takes seconds, so that what it read is kept until the sources change. */
export async function readCachedLibrary({ meta }: LoaderContext): Promise<LibrarySymbol[]> {
  const digest = digestOf(library);
  const kept = meta.get("reference");
  if (kept !== undefined && meta.get("reference-digest") === digest) {
    return JSON.parse(kept);
  }
  const symbols = await readLibrary(library);
  meta.set("reference", JSON.stringify(symbols));
  meta.set("reference-digest", digest);
  return symbols;
}

function digestOf(folder: string): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (file.endsWith(".ts") && !/(^|[/\\])(node_modules|dist|tests)[/\\]/.test(file)) {
      hash.update(file).update(readFileSync(join(folder, file)));
    }
  }
  // What is read of the sources changes with these, too.
  for (const file of ["read-library.ts", "declared-text.ts"]) {
    hash.update(readFileSync(join(process.cwd(), "src/reference", file)));
  }
  return hash.digest("hex");
}
