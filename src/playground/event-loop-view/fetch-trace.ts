import { fetchOk } from "../../loading/fetch-ok.ts";
import { parseTrace } from "../../trace/parse-trace.ts";
import type { TraceEvent } from "../../trace/trace.ts";

/** Fetches a recorded run, and reads it as carefully as one that comes from a program. */
export async function fetchTrace(address: string): Promise<TraceEvent[]> {
  const response = await fetchOk(address, "the trace of a run");
  const events = parseTrace(await response.json());
  if (events === undefined) {
    throw new Error(`${address} answered something else than the trace of a run.`);
  }
  return events;
}
