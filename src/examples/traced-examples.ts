import { existsSync } from "node:fs";
import { join } from "node:path";
import { examplesWithView } from "./examples-with-view.ts";
import { examplesFolder, listExamples, pythonTrace, readExample } from "./read-example.ts";

/** The examples whose run is kept beside them, in `trace.json`. */
export function tracedExamples(): string[] {
  const viewed = examplesWithView();
  return listExamples().filter((path) => isTraced(path, viewed));
}

/**
 * Whether pages show a run of this example: they open it with the event-loop view, or its pane shows it beside CPython.
 * Exercises are not shown beside it: that would tell the answer.
 */
export function isTraced(path: string, viewed: readonly string[] = examplesWithView()): boolean {
  return viewed.includes(path) || isBesideCPython(path);
}

function isBesideCPython(path: string): boolean {
  const { runtime, kind } = readExample(path);
  return runtime === "browser" && kind === "example" && existsSync(join(examplesFolder(), path, pythonTrace));
}
