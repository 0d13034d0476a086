import type { StackFrame } from "./stack-frame.ts";
import { outcomes, scopeKinds, type TraceEvent, traceLimits } from "./trace.ts";
import { count, finite, list, number, oneOf, record, text, undefinedIfInvalid } from "./untrusted.ts";

type Kind = TraceEvent["kind"];
/** `source` is of files alone, and read with them. */
type FieldsOf<K extends Kind> = Exclude<
  keyof Extract<TraceEvent, { readonly kind: K }>,
  "at" | "kind" | "source"
>;

/** Reads a trace as one would read any stranger's: what does not fit gives undefined. */
export function parseTrace(data: unknown): TraceEvent[] | undefined {
  return undefinedIfInvalid(() => parseEvents(data));
}

/** The events of one message. Throws InvalidMessage. */
export function parseEvents(data: unknown): TraceEvent[] {
  return list(data, traceLimits.events).map(parseEvent);
}

/** Throws InvalidMessage. */
export function parseFrame(data: unknown): StackFrame {
  const { caller, path, line, column } = record(data);
  return {
    caller: text(caller, traceLimits.frameText),
    path: text(path, traceLimits.frameText),
    line: count(line),
    column: count(column),
  };
}

function parseEvent(data: unknown): TraceEvent {
  const fields = record(data);
  const kind = oneOf(kinds, fields.kind);
  const event: Record<string, unknown> = { at: number(fields.at), kind };
  for (const field of fieldsOf[kind]) {
    event[field] = readerOf(kind, field)(fields[field]);
  }
  return event as unknown as TraceEvent;
}

/** The first field that does not fit in what should be an event and is none, and what is in it. */
export function faultyField(data: unknown): { readonly field: string; readonly value: unknown } {
  const fields = undefinedIfInvalid(() => record(data));
  if (fields === undefined) {
    return { field: "kind", value: data };
  }
  const kind = kinds.find((known) => known === fields.kind);
  const fits = (field: string): boolean =>
    undefinedIfInvalid(() => [(field === "at" ? number : readerOf(kind as Kind, field))(fields[field])]) !==
    undefined;
  const field = kind === undefined ? "kind" : (["at", ...fieldsOf[kind]].find((name) => !fits(name)) ?? "");
  return { field, value: fields[field] };
}

/** The fields of each kind of event: one without an entry does not compile. */
const fieldsOf: { readonly [K in Kind]: readonly FieldsOf<K>[] } = {
  "task created": ["task", "name", "parent", "frames"],
  "task renamed": ["task", "name"],
  queued: ["handle", "label"],
  unqueued: ["handle"],
  began: ["handle"],
  ended: ["handle"],
  waits: ["task", "on", "what", "frames", "values"],
  "timer set": ["handle", "deadline", "label"],
  "timer fired": ["handle"],
  "timer cancelled": ["handle"],
  "future done": ["future", "outcome", "by"],
  "task done": ["task", "outcome", "message"],
  cancel: ["target", "by"],
  "scope opened": ["scope", "what", "owner", "deadline"],
  "scope joined": ["scope", "member"],
  "scope closed": ["scope", "outcome"],
  "lock awaited": ["lock", "future"],
  "lock held": ["lock", "by"],
  "promises watched": [],
  "rejection unhandled": ["future", "message"],
  output: ["task", "line", "text", "frames"],
};

const kinds = Object.keys(fieldsOf) as Kind[];

type Read = (data: unknown) => unknown;

function readerOf(kind: Kind, field: string): Read {
  return exceptions[kind]?.[field] ?? readers[field] ?? count;
}

/** How a field is read; all others are numbers of something. */
const readers: Readonly<Record<string, Read>> = {
  name: label,
  label,
  what: label,
  message: label,
  text: label,
  deadline: finite,
  outcome: (data) => oneOf(outcomes, data),
  frames: parseFrames,
  values: (data) => (data === undefined ? data : text(data, traceLimits.values)),
};

/** How it is read in one kind of event alone. */
const exceptions: Readonly<Record<string, Readonly<Record<string, Read>>>> = {
  "scope opened": {
    what: (data) => oneOf(scopeKinds, data),
    deadline: (data) => (data === undefined ? data : finite(data)),
  },
  "lock held": { by: (data) => list(data, traceLimits.holders).map(count) },
  output: { frames: (data = []) => parseFrames(data) },
};

function parseFrames(data: unknown): StackFrame[] {
  return list(data, traceLimits.frames).map(parseFrame);
}

function label(value: unknown): string {
  return text(value, traceLimits.text);
}
