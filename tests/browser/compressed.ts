import { gzipSync } from "node:zlib";

/** How many bytes a host sends of something. */
export function compressed(body: Buffer): number {
  return gzipSync(body, { level: 9 }).length;
}

/** In bytes. */
export const kilobyte = 1_000;
