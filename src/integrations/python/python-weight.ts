import { oncePerProcess } from "../../build/once-per-process.ts";
import { compressWell } from "../delivery/compress.ts";
import { pythonFiles } from "./python-files.ts";

/** In bytes. */
export interface PythonWeight {
  /** What is fetched. */
  readonly fetched: number;
  /** What a browser stores, which unpacks what it has fetched. */
  readonly stored: number;
}

/** How much a reader fetches and stores who keeps all of CPython. */
export function pythonWeight(): Promise<PythonWeight> {
  return oncePerProcess("python-weight", async () => {
    const contents = Object.values(pythonFiles()).map(({ content }) => Buffer.from(content));
    const compressed = await Promise.all(contents.map(compressWell));
    return { fetched: sumOf(compressed), stored: sumOf(contents) };
  });
}

function sumOf(parts: readonly Buffer[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
