import { type Outcome, outcomes, scopeKinds, type TraceEvent, traceLimits } from "../trace/trace.ts";
import {
  type ConsoleEntry,
  type ConsolePart,
  consoleMethods,
  limits,
  type ProgramError,
  type Report,
  type StackFrame,
  type ValueMember,
} from "./protocol.ts";

/** Thrown by the readers below at the first thing that does not fit, and seen by nobody outside. */
class Misfit extends Error {}

/**
 * Reads a message of the frame as one would read any stranger's: shape, size and run number must fit, and what
 * is handed on is a fresh object with the known fields only. Anything else gives undefined and is dropped.
 */
export function parseReport(data: unknown, run: number): Report | undefined {
  return unlessMisfit(() => {
    const message = record(data);
    return message.run === run ? parseKnown(message, run) : undefined;
  });
}

/** Reads a trace that was recorded into a file, with the same care. */
export function parseTrace(data: unknown): TraceEvent[] | undefined {
  return unlessMisfit(() => parseEvents(data));
}

function unlessMisfit<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Misfit) {
      return undefined;
    }
    throw error;
  }
}

function parseKnown(message: Fields, run: number): Report | undefined {
  switch (message.type) {
    case "console": {
      const entries = list(message.entries, limits.entries).map(parseEntry);
      return { type: "console", run, entries, dropped: count(message.dropped) };
    }
    case "failed":
      return { type: "failed", run, error: parseError(message.error) };
    case "done":
    case "flooded":
      return { type: message.type, run };
    case "blocked":
      return { type: "blocked", run, blocked: message.blocked === true };
    case "trace": {
      return { type: "trace", run, events: parseEvents(message.events), dropped: count(message.dropped) };
    }
    case "paused":
      return { type: "paused", run, paused: message.paused === true };
    default:
      return undefined;
  }
}

function parseEntry(data: unknown): ConsoleEntry {
  const { method, parts, depth, time } = record(data);
  const budget = { values: limits.values };
  return {
    method: oneOf(consoleMethods, method),
    parts: list(parts, limits.members).map((part) => parsePart(part, budget)),
    depth: Math.min(count(depth), 20),
    time: number(time),
  };
}

interface Budget {
  values: number;
}

function parsePart(data: unknown, budget: Budget): ConsolePart {
  const part = record(data);
  switch (part.kind) {
    case "text":
      return { kind: "text", text: text(part.text) };
    case "value":
      return {
        kind: "value",
        preview: text(part.preview),
        members: parseMembers(part.members, limits.depth, budget),
      };
    case "error":
      return { kind: "error", error: parseError(part.error) };
    case "table":
      return {
        kind: "table",
        header: list(part.header, limits.members).map((each) => text(each)),
        rows: list(part.rows, limits.members).map((row) =>
          list(row, limits.members).map((cell) => text(cell)),
        ),
      };
    default:
      throw new Misfit();
  }
}

function parseMembers(data: unknown, depth: number, budget: Budget): ValueMember[] {
  const members = list(data, limits.members);
  budget.values -= members.length;
  if (budget.values < 0 || (depth === 0 && members.length > 0)) {
    throw new Misfit();
  }
  return members.map((member) => {
    const { name, preview, members: inner } = record(member);
    return { name: text(name), preview: text(preview), members: parseMembers(inner, depth - 1, budget) };
  });
}

function parseError(data: unknown): ProgramError {
  const { name, message, frames } = record(data);
  return { name: text(name), message: text(message), frames: list(frames, limits.frames).map(parseFrame) };
}

function parseFrame(data: unknown): StackFrame {
  const { caller, path, line, column } = record(data);
  return { caller: text(caller), path: text(path), line: count(line), column: count(column) };
}

function parseEvents(data: unknown): TraceEvent[] {
  return list(data, traceLimits.events).map(parseTraceEvent);
}

function parseTraceEvent(data: unknown): TraceEvent {
  const event = record(data);
  const at = number(event.at);
  switch (event.kind) {
    case "task created": {
      const places = parsePlaces(event.places);
      const { task, parent, name } = event;
      return { at, kind: event.kind, task: count(task), name: label(name), parent: count(parent), places };
    }
    case "task renamed":
      return { at, kind: event.kind, task: count(event.task), name: label(event.name) };
    case "queued":
      return { at, kind: event.kind, handle: count(event.handle), label: label(event.label) };
    case "unqueued":
    case "began":
    case "ended":
    case "timer fired":
    case "timer cancelled":
      return { at, kind: event.kind, handle: count(event.handle) };
    case "waits": {
      const places = parsePlaces(event.places);
      return {
        at,
        kind: event.kind,
        task: count(event.task),
        on: count(event.on),
        what: label(event.what),
        places,
      };
    }
    case "timer set": {
      const { handle, deadline } = event;
      return {
        at,
        kind: event.kind,
        handle: count(handle),
        deadline: finite(deadline),
        label: label(event.label),
      };
    }
    case "future done": {
      const outcome = parseOutcome(event.outcome);
      return { at, kind: event.kind, future: count(event.future), outcome, by: count(event.by) };
    }
    case "task done": {
      const outcome = parseOutcome(event.outcome);
      return { at, kind: event.kind, task: count(event.task), outcome, message: label(event.message) };
    }
    case "cancel":
      return { at, kind: event.kind, target: count(event.target), by: count(event.by) };
    case "scope opened": {
      const { scope, owner } = event;
      const what = oneOf(scopeKinds, event.what);
      const deadline = event.deadline === undefined ? undefined : finite(event.deadline);
      return { at, kind: event.kind, scope: count(scope), what, owner: count(owner), deadline };
    }
    case "scope joined":
      return { at, kind: event.kind, scope: count(event.scope), member: count(event.member) };
    case "scope closed":
      return { at, kind: event.kind, scope: count(event.scope), outcome: parseOutcome(event.outcome) };
    case "output": {
      const { task, line } = event;
      return { at, kind: event.kind, task: count(task), line: count(line), text: label(event.text) };
    }
    default:
      throw new Misfit();
  }
}

function parsePlaces(data: unknown): StackFrame[] {
  return list(data, traceLimits.places).map(parseFrame);
}

function parseOutcome(data: unknown): Outcome {
  return oneOf(outcomes, data);
}

type Fields = Readonly<Record<string, unknown>>;

function record(value: unknown): Fields {
  if (typeof value !== "object" || value === null) {
    throw new Misfit();
  }
  return value as Fields;
}

function list(value: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > most) {
    throw new Misfit();
  }
  // A list may have holes, which `map` would pass over and hand on.
  return Array.from(value);
}

function oneOf<const Known>(known: readonly Known[], value: unknown): Known {
  if (!known.includes(value as Known)) {
    throw new Misfit();
  }
  return value as Known;
}

function text(value: unknown, longest: number = limits.text): string {
  if (typeof value !== "string" || value.length > longest) {
    throw new Misfit();
  }
  return value;
}

function label(value: unknown): string {
  return text(value, traceLimits.text);
}

function finite(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new Misfit();
  }
  return value;
}

function number(value: unknown): number {
  const known = finite(value);
  if (known < 0) {
    throw new Misfit();
  }
  return known;
}

function count(value: unknown): number {
  return Number.isSafeInteger(value) ? number(value) : number(Number.NaN);
}
