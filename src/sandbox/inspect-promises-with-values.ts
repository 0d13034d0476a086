/// <reference lib="webworker" />

import { WatchedLocals } from "../promise-trace/watching/watched-locals.ts";
import { inspect as inspectPromises } from "./inspect-promises.ts";
import type { RunInspection, RunInspectionOptions } from "./run-inspection.ts";

/** Records promises and timers, and at each wait what the variables hold: a script of its own, since few ask for it. */
export function inspect(options: RunInspectionOptions): RunInspection {
  return inspectPromises(options, new WatchedLocals());
}
