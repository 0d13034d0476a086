import type { Handle, Task } from "../async-primitives/index.ts";
import { cut } from "./cut.ts";
import { type Outcome, traceLimits } from "./trace.ts";

export function nameOf(task: Task<unknown>): string {
  return cut(task.getName(), traceLimits.text);
}

/** A handle reads `<Handle name>`. */
export function labelOf(runnable: Task<unknown> | Handle): string {
  if ("getCoro" in runnable) {
    return nameOf(runnable);
  }
  return cut(/^<\S+ (.*)>$/s.exec(String(runnable))?.[1] ?? "", traceLimits.text);
}

export function outcomeOf(thrown: unknown): Outcome {
  if (thrown === undefined) {
    return "result";
  }
  return (thrown as { readonly name?: unknown } | null)?.name === "CancelledError"
    ? "cancelled"
    : "exception";
}

export function describeThrown(thrown: unknown): string {
  try {
    return cut(String(thrown), traceLimits.text);
  } catch {
    return "";
  }
}
