import { fetchOk } from "../../../loading/fetch-ok.ts";
import { parseTrace } from "../../../trace/parse-trace.ts";
import type { TraceEvent } from "../../../trace/trace.ts";

/** What the event loops of both languages did with one example, on virtual time. */
export interface BothTraces {
  readonly typescript: readonly TraceEvent[];
  readonly python: readonly TraceEvent[];
}

/** Undefined for an example that is not recorded in Python. Throws when they cannot be fetched. */
export async function fetchBothTraces(address: string): Promise<BothTraces | undefined> {
  const response = await fetchOk(address, "the traces of both languages");
  const { typescript, python }: Partial<Record<keyof BothTraces, unknown>> = await response.json();
  const [ours, theirs] = [parseTrace(typescript), parseTrace(python)];
  return ours === undefined || theirs === undefined ? undefined : { typescript: ours, python: theirs };
}
