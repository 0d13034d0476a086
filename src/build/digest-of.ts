import { createHash } from "node:crypto";

/** One name for all of the parts, in their order: two lists of parts have the same one only if they are equal. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    // With its length, so that what ends one part does not begin the next.
    hash.update(`${Buffer.byteLength(part)}:`).update(part);
  }
  return hash.digest("hex");
}
