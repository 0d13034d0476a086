import { parseTrace } from "../../trace/parse-trace.ts";
import type { TraceEvent } from "../../trace/trace.ts";

/** Fetches a recorded run, and reads it as carefully as one that comes from a program. */
export async function fetchTrace(address: string): Promise<TraceEvent[]> {
  const response = await fetch(address);
  const events = response.ok ? parseTrace(await response.json()) : undefined;
  if (events === undefined) {
    throw new Error(`${address} answered ${response.status}; expected the trace of a run.`);
  }
  return events;
}
