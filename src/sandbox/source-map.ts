import { decode, type SourceMapMappings } from "@jridgewell/sourcemap-codec";
import type { ProgramError, Report, StackFrame } from "./protocol.ts";

/** From a place in the compiled module back to the one in the reader's file. */
export type OriginalPlaces = ReadonlyMap<string, SourceMapMappings>;

export function readMappings(mappings: string): SourceMapMappings {
  return decode(mappings);
}

/** The report with the columns of the reader's own files. Lines are the same before and after compilation. */
export function withOriginalPlaces(report: Report, places: OriginalPlaces): Report {
  if (report.type === "failed") {
    return { ...report, error: originalError(report.error, places) };
  }
  if (report.type === "trace") {
    const events = report.events.map((event) =>
      "places" in event
        ? { ...event, places: event.places.map((place) => originalFrame(place, places)) }
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
      part.kind === "error" ? { ...part, error: originalError(part.error, places) } : part,
    ),
  }));
  return { ...report, entries };
}

/** The error with the columns of the reader's own files. */
export function originalError(error: ProgramError, places: OriginalPlaces): ProgramError {
  return { ...error, frames: error.frames.map((frame) => originalFrame(frame, places)) };
}

function originalFrame(frame: StackFrame, places: OriginalPlaces): StackFrame {
  const segments = places.get(`/${frame.path}`)?.[frame.line - 1] ?? [];
  const segment = segments.findLast(([column]) => column <= frame.column - 1);
  const [start, , , original] = segment ?? [];
  if (start === undefined || original === undefined) {
    return frame;
  }
  return { ...frame, column: original + 1 + (frame.column - 1 - start) };
}
