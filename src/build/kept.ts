import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** Git does not see it, and `npm ci` leaves it alone. */
const folder = join(process.cwd(), ".astro/kept");
/** How long a result is kept that no build has used, in milliseconds: a week. */
const unusedFor = 7 * 24 * 60 * 60 * 1_000;

/**
 * A result that an earlier build kept, or nothing. A digest names everything that the result was made from, what made it
 * included: a build that finds all of its results here writes the same files, byte for byte, as one that finds none.
 *
 * @param kind Of result, a folder's name: `types`.
 * @param digest Of all that it is made from, as {@link digestOf} gives it.
 */
export function findKept(kind: string, digest: string): Buffer<ArrayBuffer> | undefined {
  const file = join(folder, kind, digest);
  try {
    const result = readFileSync(file);
    const now = new Date();
    utimesSync(file, now, now);
    return result;
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

/** Throws away what no build has used for a week, so that the folder does not grow with every change. */
export function forgetUnused(): void {
  if (!existsSync(folder)) {
    return;
  }
  const oldest = Date.now() - unusedFor;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    // Another build may have thrown it away meanwhile.
    if (entry.isFile() && (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? oldest) < oldest) {
      rmSync(file, { force: true });
    }
  }
}
