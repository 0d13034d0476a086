import { fetchOk } from "../../../loading/fetch-ok.ts";
import { parseTrace } from "../../../trace/parse-trace.ts";
import type { TraceEvent } from "../../../trace/trace.ts";
import type { PaneParts } from "../../pane/pane-parts.ts";
import { isInBoth } from "./is-in-both.ts";

/** What the event loops of both languages did with one example, on virtual time. */
export interface BothTraces {
  readonly typescript: readonly TraceEvent[];
  readonly python: readonly TraceEvent[];
}

/** Undefined for an example that is not recorded in Python. Throws when they cannot be fetched. */
export async function fetchBothTraces(pane: PaneParts): Promise<BothTraces | undefined> {
  if (!isInBoth(pane)) {
    return undefined;
  }
  const address = pane.address(`code/${pane.example}/both-traces.json`);
  const response = await fetchOk(address, "the traces of both languages");
  const { typescript, python }: Partial<Record<keyof BothTraces, unknown>> = await response.json();
  const [ours, theirs] = [parseTrace(typescript), parseTrace(python)];
  return ours === undefined || theirs === undefined ? undefined : { typescript: ours, python: theirs };
}
