import type { TraceEvent } from "../../src/trace/trace.ts";

/** What is named by numbers that nothing else has in one realm. */
const numbered = ["task", "parent", "handle", "on", "future", "by", "target"];
/** When it happened, and what an engine says in words of its own. */
const leftOut = ["at", "deadline", "message"];

/**
 * The events of one program, one a line, in a form that is the same wherever the same happens: things are counted from the
 * first one that is mentioned, and calls are not counted.
 */
export function comparableEvents(events: readonly TraceEvent[]): string[] {
  const numbers = new Map<unknown, number>([[0, 0]]);
  const numberOf = (value: unknown) => numbers.get(value) ?? numbers.set(value, numbers.size).size - 1;
  return events.map((event) =>
    JSON.stringify(event, (key, value) => {
      if (numbered.includes(key)) {
        return numberOf(value);
      }
      return leftOut.includes(key) ? undefined : withoutCount(value);
    }),
  );
}

/** Of a name such as `load #2` the first part. */
function withoutCount(value: unknown): unknown {
  return typeof value === "string" ? value.replace(/ #\d+$/, "") : value;
}
