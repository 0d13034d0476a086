import { cut } from "./cut.ts";
import { type EndOfList, membersOf } from "./list-members.ts";
import { faultyField, parseTrace } from "./parse-trace.ts";
import { type TraceEvent, traceLimits } from "./trace.ts";

/** Why a file is no trace. Events are counted from 1, as a reader counts. */
export type TraceFault =
  /** What it begins with instead. */
  | { readonly kind: "no list"; readonly begins: string }
  | { readonly kind: "empty" }
  | { readonly kind: "too many events" }
  /** The file ends before its list does, in that event. */
  | { readonly kind: "cut off"; readonly event: number }
  | { readonly kind: "goes on" }
  | { readonly kind: "no JSON"; readonly event: number }
  | { readonly kind: "too large an event"; readonly event: number }
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
  const [opening] = /^\s*\[/.exec(text) ?? [];
  if (opening === undefined) {
    return { kind: "no list", begins: cut(text.trimStart(), mostOfBeginning) };
  }
  const events: TraceEvent[] = [];
  const members = membersOf(text, opening.length);
  for (;;) {
    await pause?.();
    const { batch, end } = nextBatch(members);
    if (events.length + batch.length > traceLimits.all) {
      return { kind: "too many events" };
    }
    const parsed = parseBatch(batch, events.length);
    if (!Array.isArray(parsed)) {
      return parsed;
    }
    // One by one: a call takes no more than some ten thousand arguments.
    for (const event of parsed) {
      events.push(event);
    }
    if (end !== undefined) {
      return faultOfEnd(end, events.length) ?? contradiction(events) ?? events;
    }
  }
}

/** Of what is no list so much is said, in UTF-16 units. */
const mostOfBeginning = 20;
/** What is read between two pauses, in UTF-16 units. */
const mostOfBatch = 1_000_000;

function nextBatch(members: Generator<string, EndOfList>): { batch: string[]; end?: EndOfList } {
  const batch: string[] = [];
  for (let length = 0; batch.length < traceLimits.events && length < mostOfBatch; ) {
    const next = members.next();
    if (next.done) {
      return { batch, end: next.value };
    }
    batch.push(next.value);
    length += next.value.length;
  }
  return { batch };
}

/** @param before How many events there are before these. */
function parseBatch(batch: readonly string[], before: number): TraceEvent[] | TraceFault {
  const data = parseJson(`[${batch.join()}]`);
  if (data === undefined) {
    return { kind: "no JSON", event: before + batch.findIndex((text) => parseJson(text) === undefined) + 1 };
  }
  const events = parseTrace(data);
  return events === undefined
    ? faultOfEvents(data as unknown[], before)
    : addSources(events, data as { readonly source?: unknown }[], before);
}

/** What the source of the program calls its tasks, as a saved run tells. */
function addSources(
  events: readonly TraceEvent[],
  data: readonly { readonly source?: unknown }[],
  before: number,
): TraceEvent[] | TraceFault {
  const added: TraceEvent[] = [];
  for (const [index, event] of events.entries()) {
    const source = data[index]?.source;
    if (event.kind !== "task created" || source === undefined) {
      added.push(event);
    } else if (typeof source !== "string") {
      return { kind: "bad field", event: before + index + 1, field: "source", value: source };
    } else {
      added.push({ ...event, source: cut(source, traceLimits.text) });
    }
  }
  return added;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultOfEnd(end: EndOfList, events: number): TraceFault | undefined {
  switch (end) {
    case "cut off":
      return { kind: "cut off", event: events + 1 };
    case "too large":
      return { kind: "too large an event", event: events + 1 };
    case "goes on":
      return { kind: "goes on" };
    case "end":
      return events === 0 ? { kind: "empty" } : undefined;
  }
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
