import { parseReport } from "../../sandbox/parse-report.ts";
import { type ConsoleEntry, type ProgramError, type RunState, runStates } from "../../sandbox/protocol.ts";
import type { TraceEvent } from "../../trace/trace.ts";

/** What the pane acts on, of all that the sandbox page sends over Sandpack's channel. */
export type SandboxMessage =
  | { readonly type: "ready" }
  | { readonly type: "console"; readonly entries: readonly ConsoleEntry[]; readonly dropped: number }
  | { readonly type: "error"; readonly error: ProgramError }
  | { readonly type: "trace"; readonly events: readonly TraceEvent[]; readonly dropped: number }
  | { readonly type: "paused"; readonly paused: boolean }
  | { readonly type: "undriven" }
  /** How much of what the program needs has been fetched, from 0 to 1; undefined once it is at work. */
  | { readonly type: "loading"; readonly part: number | undefined }
  | { readonly type: "state"; readonly state: RunState; readonly elapsed: number };

/**
 * Reads a message of the sandbox page for the given run. What belongs to another run, or is not of a known
 * shape and size, gives undefined.
 */
export function parseSandboxMessage(message: unknown, run: number): SandboxMessage | undefined {
  const data = message as Readonly<Record<string, unknown>>;
  if (data.type === "done") {
    return { type: "ready" };
  }
  if (data.run !== run) {
    return undefined;
  }
  switch (data.type) {
    case "console": {
      const report = parseReport({ type: "console", run, entries: data.log, dropped: data.dropped }, run);
      return report?.type === "console" ? report : undefined;
    }
    case "action": {
      const report = parseReport({ type: "failed", run, error: { ...data, name: data.title } }, run);
      return report?.type === "failed" ? { type: "error", error: report.error } : undefined;
    }
    case "trace": {
      const report = parseReport({ type: "trace", run, events: data.events, dropped: data.dropped }, run);
      return report?.type === "trace" ? report : undefined;
    }
    case "paused":
      return { type: "paused", paused: data.paused === true };
    case "undriven":
      return { type: "undriven" };
    case "loading":
      return { type: "loading", part: typeof data.part === "number" ? data.part : undefined };
    case "run-state":
      return parseState(data.state, data.elapsed);
    default:
      return undefined;
  }
}

function parseState(state: unknown, elapsed: unknown): SandboxMessage | undefined {
  return runStates.includes(state as RunState) && typeof elapsed === "number" && elapsed >= 0
    ? { type: "state", state: state as RunState, elapsed }
    : undefined;
}
