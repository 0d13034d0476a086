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
  type HasPlaces,
  limits,
  type ProgramError,
  type Report,
  type ValueMember,
} from "./protocol.ts";
import { textWeight } from "./weigh.ts";

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
      const room: Room = { left: limits.weight };
      const entries = list(message.entries, limits.entries).map((entry) => parseEntry(entry, room));
      return { type: "console", run, entries, dropped: count(message.dropped) };
    }
    case "failed":
      return { type: "failed", run, error: parseError(message.error, { left: limits.weight }) };
    case "begun":
    case "done":
    case "flooded":
    case "undriven":
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

function parseEntry(data: unknown, room: Room): ConsoleEntry {
  const { method, parts, depth, time } = record(data);
  return {
    method: oneOf(consoleMethods, method),
    parts: list(parts, limits.members).map((part) => parsePart(part, room)),
    depth: Math.min(count(depth), 20),
    time: number(time),
  };
}

/** What the texts of one message may still weigh: the same one may come a million times, and cost its sender nothing. */
interface Room {
  left: number;
}

function parsePart(data: unknown, room: Room): ConsolePart {
  const part = record(data);
  return { ...parseKind(part, room), ...parsePlaces(part) };
}

function parsePlaces({ hasPlaces }: Fields): HasPlaces {
  return hasPlaces === true ? { hasPlaces } : {};
}

function parseKind(part: Fields, room: Room): ConsolePart {
  switch (part.kind) {
    case "text":
      return { kind: "text", text: text(part.text, room) };
    case "value":
      return {
        kind: "value",
        preview: text(part.preview, room),
        members: parseMembers(part.members, limits.depth, room),
      };
    case "error":
      return { kind: "error", error: parseError(part.error, room) };
    case "table":
      return {
        kind: "table",
        header: parseRow(part.header, room),
        rows: list(part.rows, limits.members).map((row) => parseRow(row, room)),
      };
    default:
      throw new InvalidMessage();
  }
}

function parseRow(data: unknown, room: Room): string[] {
  return list(data, limits.members).map((cell) => text(cell, room));
}

function parseMembers(data: unknown, depth: number, room: Room): ValueMember[] {
  return list(data, depth === 0 ? 0 : limits.members).map((member) => {
    const { name, preview, members } = record(member);
    return {
      name: text(name, room),
      preview: text(preview, room),
      members: parseMembers(members, depth - 1, room),
    };
  });
}

function parseError(data: unknown, room: Room): ProgramError {
  const error = record(data);
  const { name, message, frames, traceback } = error;
  return {
    ...parsePlaces(error),
    name: text(name, room),
    message: text(message, room),
    frames: list(frames, limits.frames).map(parseFrame),
    ...(traceback !== undefined && { traceback: text(traceback, room) }),
  };
}

function text(value: unknown, room: Room): string {
  const known = untrusted.text(value, limits.text);
  room.left -= known.length + textWeight;
  if (room.left < 0) {
    throw new InvalidMessage();
  }
  return known;
}
