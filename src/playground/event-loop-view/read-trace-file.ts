import { parseTraceFile, type TraceFault } from "../../trace/parse-trace-file.ts";
import type { TraceEvent } from "../../trace/trace.ts";

/** How large a file may be, in bytes: a page reads so much at once, and a trace as long as one may be has less. */
const largest = 50_000_000;

/** Why a file is not shown. */
export type FileFault =
  | TraceFault
  | { readonly kind: "too large"; readonly bytes: number; readonly most: number };

/** The trace in a file, or why there is none in it. */
export async function readTraceFile(file: File): Promise<TraceEvent[] | FileFault> {
  return file.size > largest
    ? { kind: "too large", bytes: file.size, most: largest }
    : parseTraceFile(await file.text(), { pause: nextTask });
}

/** A long trace is read in several tasks, between which the page paints and listens. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
