import type { TraceEvent } from "../trace/trace.ts";
import { type Example, ExampleError } from "./read-example.ts";
import { readTrace } from "./read-trace.ts";

/** The run that pages show before the reader runs the example. Pages of both languages and a listing show the same one. */
export function recordedRun({ path, active, runtime }: Example): readonly TraceEvent[] {
  if (active !== "main.ts" && (active !== "plain.ts" || runtime === "node")) {
    throw new ExampleError(
      `examples/${path}/example.json`,
      `an example with \`view\` must open with main.ts, or with plain.ts where it needs no Node; found "${active}" as active file. Leave \`view\` out.`,
    );
  }
  return readTrace(path);
}
