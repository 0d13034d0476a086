import { parseTrace } from "./parse-trace.ts";
import { type TraceEvent, traceLimits } from "./trace.ts";

/**
 * Reads a file that a recorder wrote, as one would read any stranger's: a JSON list of at most as many events as one run
 * may have. What does not fit gives undefined.
 */
export function parseTraceFile(text: string): TraceEvent[] | undefined {
  const data = parseJson(text);
  if (!Array.isArray(data) || data.length === 0 || data.length > traceLimits.all) {
    return undefined;
  }
  const events: TraceEvent[] = [];
  for (let start = 0; start < data.length; start += traceLimits.events) {
    const some = parseTrace(data.slice(start, start + traceLimits.events));
    if (some === undefined) {
      return undefined;
    }
    // One by one: a call takes no more than some ten thousand arguments.
    for (const event of some) {
      events.push(event);
    }
  }
  return isInOrder(events) ? events : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Time never goes back in a trace. */
function isInOrder(events: readonly TraceEvent[]): boolean {
  return events.every(({ at }, index) => index === 0 || at >= (events[index - 1] as TraceEvent).at);
}
