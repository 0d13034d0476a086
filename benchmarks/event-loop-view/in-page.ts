/** What the benchmark loads into its page. */
import type { TraceEvent } from "../../src/trace/trace.ts";
import { traceOfManyReactions } from "./many-reactions.ts";
import { traceOfManyTasks } from "./many-tasks.ts";

export { EventLoopView } from "../../src/playground/event-loop-view/event-loop-view.ts";

export const traces: Readonly<Record<string, () => TraceEvent[]>> = {
  "10,000 tasks": () => traceOfManyTasks(10_000),
  "100,000 reactions in 100 calls": () => traceOfManyReactions(100_000, 100),
  "100,000 reactions in 50,000 calls": () => traceOfManyReactions(100_000, 50_000),
};
