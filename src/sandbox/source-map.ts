import { decode, type SourceMapMappings } from "@jridgewell/sourcemap-codec";
import type { StackFrame } from "../trace/stack-frame.ts";
import type { ProgramError, Report } from "./protocol.ts";

/** Of each compiled module: from its positions back to those in the reader's file. */
export type SourceMaps = ReadonlyMap<string, SourceMapMappings>;

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
    parts: entry.parts.map((part) =>
      part.kind === "error" ? { ...part, error: errorAtOriginalPositions(part.error, sourceMaps) } : part,
    ),
  }));
  return { ...report, entries };
}

/** The error with the columns of the reader's own files. */
export function errorAtOriginalPositions(error: ProgramError, sourceMaps: SourceMaps): ProgramError {
  return { ...error, frames: error.frames.map((frame) => toOriginalPosition(frame, sourceMaps)) };
}

function toOriginalPosition(frame: StackFrame, sourceMaps: SourceMaps): StackFrame {
  const segments = sourceMaps.get(`/${frame.path}`)?.[frame.line - 1] ?? [];
  const segment = segments.findLast(([column]) => column <= frame.column - 1);
  const [start, , , original] = segment ?? [];
  if (start === undefined || original === undefined) {
    return frame;
  }
  return { ...frame, column: original + 1 + (frame.column - 1 - start) };
}
