import type { StackFrame } from "./stack-frame.ts";
import { type Outcome, outcomes, scopeKinds, type TraceEvent, traceLimits } from "./trace.ts";
import {
  count,
  type Fields,
  finite,
  InvalidMessage,
  list,
  number,
  oneOf,
  record,
  text,
  undefinedIfInvalid,
} from "./untrusted.ts";

type Kind = TraceEvent["kind"];
type FieldsOf<K extends Kind> = Omit<Extract<TraceEvent, { readonly kind: K }>, "at" | "kind">;

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
  const { kind } = fields;
  if (typeof kind !== "string" || !Object.hasOwn(parsers, kind)) {
    throw new InvalidMessage();
  }
  return { at: number(fields.at), kind, ...parsers[kind as Kind](fields) } as TraceEvent;
}

const handleOf = ({ handle }: Fields) => ({ handle: count(handle) });

/** How the fields of each kind of event are read: an event without an entry does not compile. */
const parsers: { readonly [K in Kind]: (fields: Fields) => FieldsOf<K> } = {
  "task created": ({ task, name, parent, frames }) => ({
    task: count(task),
    name: label(name),
    parent: count(parent),
    frames: parseFrames(frames),
  }),
  "task renamed": ({ task, name }) => ({ task: count(task), name: label(name) }),
  queued: ({ handle, label: words }) => ({ handle: count(handle), label: label(words) }),
  unqueued: handleOf,
  began: handleOf,
  ended: handleOf,
  waits: ({ task, on, what, frames }) => ({
    task: count(task),
    on: count(on),
    what: label(what),
    frames: parseFrames(frames),
  }),
  "timer set": ({ handle, deadline, label: words }) => ({
    handle: count(handle),
    deadline: finite(deadline),
    label: label(words),
  }),
  "timer fired": handleOf,
  "timer cancelled": handleOf,
  "future done": ({ future, outcome, by }) => ({
    future: count(future),
    outcome: parseOutcome(outcome),
    by: count(by),
  }),
  "task done": ({ task, outcome, message }) => ({
    task: count(task),
    outcome: parseOutcome(outcome),
    message: label(message),
  }),
  cancel: ({ target, by }) => ({ target: count(target), by: count(by) }),
  "scope opened": ({ scope, what, owner, deadline }) => ({
    scope: count(scope),
    what: oneOf(scopeKinds, what),
    owner: count(owner),
    deadline: deadline === undefined ? undefined : finite(deadline),
  }),
  "scope joined": ({ scope, member }) => ({ scope: count(scope), member: count(member) }),
  "scope closed": ({ scope, outcome }) => ({ scope: count(scope), outcome: parseOutcome(outcome) }),
  "promises watched": () => ({}),
  "rejection unhandled": ({ future, message }) => ({ future: count(future), message: label(message) }),
  output: ({ task, line, text: words, frames = [] }) => ({
    task: count(task),
    line: count(line),
    text: label(words),
    frames: parseFrames(frames),
  }),
};

function parseFrames(data: unknown): StackFrame[] {
  return list(data, traceLimits.frames).map(parseFrame);
}

function parseOutcome(data: unknown): Outcome {
  return oneOf(outcomes, data);
}

function label(value: unknown): string {
  return text(value, traceLimits.text);
}
