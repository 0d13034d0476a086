import { parseEvents, parseFrame } from "../trace/parse-trace.ts";
import * as untrusted from "../trace/untrusted.ts";
import {
  count,
  type Fields,
  InvalidMessage,
  list,
  number,
  oneOf,
  record,
  undefinedIfInvalid,
} from "../trace/untrusted.ts";
import {
  type ConsoleEntry,
  type ConsolePart,
  consoleMethods,
  limits,
  type ProgramError,
  type Report,
  type ValueMember,
} from "./protocol.ts";

/**
 * Reads a message of the frame as one would read any stranger's: shape, size and run number must fit, and what
 * is handed on is a fresh object with the known fields only. Anything else gives undefined and is dropped.
 */
export function parseReport(data: unknown, run: number): Report | undefined {
  return undefinedIfInvalid(() => {
    const message = record(data);
    return message.run === run ? parseKnown(message, run) : undefined;
  });
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
        header: list(part.header, limits.members).map(text),
        rows: list(part.rows, limits.members).map((row) => list(row, limits.members).map(text)),
      };
    default:
      throw new InvalidMessage();
  }
}

function parseMembers(data: unknown, depth: number, budget: Budget): ValueMember[] {
  const members = list(data, limits.members);
  budget.values -= members.length;
  if (budget.values < 0 || (depth === 0 && members.length > 0)) {
    throw new InvalidMessage();
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

function text(value: unknown): string {
  return untrusted.text(value, limits.text);
}
