import { decode, type SourceMapMappings } from "@jridgewell/sourcemap-codec";
import { isFrame } from "../trace/parse-stack.ts";
import type { StackFrame } from "../trace/stack-frame.ts";
import { mapLines } from "./map-lines.ts";
import { mapTexts } from "./map-texts.ts";
import type { ConsolePart, HasPlaces, ProgramError, Report } from "./protocol.ts";

/** Of each compiled module: from its positions back to those in the reader's file. */
export type SourceMaps = ReadonlyMap<string, SourceMapMappings>;

/** A place in a file, in a text. */
const place = /([^\s()@:]{1,200}):(\d{1,7}):(\d{1,7})/g;

export function readMappings(mappings: string): SourceMapMappings {
  return decode(mappings);
}

/** The report with the columns of the reader's own files. Lines are the same before and after compilation. */
export function toOriginalPositions(report: Report, sourceMaps: SourceMaps): Report {
  if (report.type === "failed") {
    return { ...report, error: errorAtOriginalPositions(report.error, sourceMaps) };
  }
  if (report.type === "trace") {
    const events = report.events.map((event) =>
      "frames" in event
        ? { ...event, frames: event.frames.map((frame) => toOriginalPosition(frame, sourceMaps)) }
        : event,
    );
    return { ...report, events };
  }
  if (report.type !== "console") {
    return report;
  }
  const entries = report.entries.map((entry) => ({
    ...entry,
    parts: entry.parts.map((part) => partAtOriginalPositions(part, sourceMaps)),
  }));
  return { ...report, entries };
}

function partAtOriginalPositions(part: ConsolePart, sourceMaps: SourceMaps): ConsolePart {
  return part.kind === "error"
    ? { ...part, error: errorAtOriginalPositions(part.error, sourceMaps) }
    : textsAtOriginalPositions(part, sourceMaps);
}

function textsAtOriginalPositions<Printed extends HasPlaces>(
  printed: Printed,
  sourceMaps: SourceMaps,
): Printed {
  const atOrigin = (_: string, path: string, line: string, column: string): string => {
    const found = { caller: "", path, line: Number(line), column: Number(column) };
    return `${path}:${line}:${toOriginalPosition(found, sourceMaps).column}`;
  };
  const tell = (line: string) => (isFrame(line) ? line.replaceAll(place, atOrigin) : line);
  return printed.hasPlaces === true ? mapTexts(printed, (text) => mapLines(text, tell)) : printed;
}

/** The error with the columns of the reader's own files. */
export function errorAtOriginalPositions(error: ProgramError, sourceMaps: SourceMaps): ProgramError {
  const { frames, ...told } = error;
  return {
    ...textsAtOriginalPositions(told, sourceMaps),
    frames: frames.map((frame) => toOriginalPosition(frame, sourceMaps)),
  };
}

function toOriginalPosition(frame: StackFrame, sourceMaps: SourceMaps): StackFrame {
  const segments = sourceMaps.get(`/${frame.path}`)?.[frame.line - 1] ?? [];
  const index = segments.findLastIndex(([column]) => column <= frame.column - 1);
  const [start, , , original] = segments[index] ?? [];
  if (start === undefined) {
    return frame;
  }
  if (original === undefined) {
    // In text that the reader has not written: it stands before what comes next.
    const [, , , next] = segments[index + 1] ?? [];
    return next === undefined ? frame : { ...frame, column: next + 1 };
  }
  return { ...frame, column: original + 1 + (frame.column - 1 - start) };
}
