import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Git does not see it, and `npm ci` leaves it alone. */
const folder = join(process.cwd(), ".astro/kept");

/**
 * A result that an earlier build kept, or nothing. A digest names everything that the result was made from, what made it
 * included: a build that finds all of its results here writes the same files, byte for byte, as one that finds none.
 *
 * @param kind Of result, a folder's name: `types`.
 * @param digest Of all that it is made from, as {@link digestOf} gives it.
 */
export function findKept(kind: string, digest: string): Buffer<ArrayBuffer> | undefined {
  try {
    return readFileSync(join(folder, kind, digest));
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}

/** Keeps a result for later builds. Of two builds at a time each sees whole files only. */
export function keep(kind: string, digest: string, result: string | Uint8Array): void {
  const file = join(folder, kind, digest);
  const unfinished = `${file}.${randomUUID()}`;
  mkdirSync(join(folder, kind), { recursive: true });
  writeFileSync(unfinished, result);
  renameSync(unfinished, file);
}
