import {
  type ConsoleEntry,
  type ConsoleMethod,
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
  try {
    const message = record(data);
    return message.run === run ? parseKnown(message, run) : undefined;
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
      return { type: "done", run };
    case "blocked":
      return { type: "blocked", run, blocked: message.blocked === true };
    default:
      return undefined;
  }
}

function parseEntry(data: unknown): ConsoleEntry {
  const { method, parts, depth, time } = record(data);
  if (!consoleMethods.includes(method as ConsoleMethod)) {
    throw new Misfit();
  }
  const budget = { values: limits.values };
  return {
    method: method as ConsoleMethod,
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
        header: list(part.header, limits.members).map(text),
        rows: list(part.rows, limits.members).map((row) => list(row, limits.members).map(text)),
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
  return value;
}

function text(value: unknown): string {
  if (typeof value !== "string" || value.length > limits.text) {
    throw new Misfit();
  }
  return value;
}

function number(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) {
    throw new Misfit();
  }
  return value;
}

function count(value: unknown): number {
  return Number.isSafeInteger(value) ? number(value) : number(Number.NaN);
}
