import { faultyField, parseTrace } from "./parse-trace.ts";
import { type TraceEvent, traceLimits } from "./trace.ts";

/** Why a file is no trace. Events are counted from 1, as a reader counts. */
export type TraceFault =
  | { readonly kind: "no JSON" }
  | { readonly kind: "no list" }
  | { readonly kind: "empty" }
  | { readonly kind: "too many events"; readonly events: number }
  /** An event has not what its kind has; `value` is what it has instead. */
  | { readonly kind: "bad field"; readonly event: number; readonly field: string; readonly value: unknown }
  | { readonly kind: "time goes back"; readonly event: number }
  | { readonly kind: "made twice"; readonly event: number; readonly task: number };

export interface ParseTraceOptions {
  /** Awaited between slices of a long trace, so that a page can paint meanwhile. */
  readonly pause?: () => Promise<void>;
}

/**
 * Reads a file that a recorder wrote, as one would read any stranger's: a JSON list of at most as many events as one run
 * may have. Of what does not fit it answers what is wrong with it.
 */
export async function parseTraceFile(
  text: string,
  { pause }: ParseTraceOptions = {},
): Promise<TraceEvent[] | TraceFault> {
  const data = parseJson(text);
  const wrong = faultOfWhole(data);
  if (wrong !== undefined) {
    return wrong;
  }
  const list = data as unknown[];
  const events: TraceEvent[] = [];
  for (let start = 0; start < list.length; start += traceLimits.events) {
    await pause?.();
    const some = list.slice(start, start + traceLimits.events);
    const parsed = parseTrace(some);
    if (parsed === undefined) {
      return faultOfEvents(some, start);
    }
    // One by one: a call takes no more than some ten thousand arguments.
    for (const event of parsed) {
      events.push(event);
    }
  }
  return contradiction(events) ?? events;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultOfWhole(data: unknown): TraceFault | undefined {
  if (data === undefined) {
    return { kind: "no JSON" };
  }
  if (!Array.isArray(data)) {
    return { kind: "no list" };
  }
  if (data.length === 0) {
    return { kind: "empty" };
  }
  return data.length > traceLimits.all ? { kind: "too many events", events: data.length } : undefined;
}

/** What does not fit in events of which one does not. */
function faultOfEvents(data: readonly unknown[], start: number): TraceFault {
  const index = data.findIndex((event) => parseTrace([event]) === undefined);
  return { kind: "bad field", event: start + index + 1, ...faultyField(data[index]) };
}

/** What no run does: its time never goes back, and it makes no task twice. */
function contradiction(events: readonly TraceEvent[]): TraceFault | undefined {
  const tasks = new Set<number>([0]);
  let latest = 0;
  for (const [index, event] of events.entries()) {
    if (event.at < latest) {
      return { kind: "time goes back", event: index + 1 };
    }
    latest = event.at;
    if (event.kind === "task created") {
      if (tasks.has(event.task)) {
        return { kind: "made twice", event: index + 1, task: event.task };
      }
      tasks.add(event.task);
    }
  }
  return undefined;
}
