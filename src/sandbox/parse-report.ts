import {
  type ConsoleEntry,
  type ConsoleMethod,
  consoleMethods,
  maximumEntries,
  maximumText,
  type ProgramError,
  type Report,
} from "./protocol.ts";

/**
 * Reads a message of the frame as one would read any stranger's: shape, size and run number must fit, and what
 * is handed on is a fresh object with the known fields only. Anything else gives undefined and is dropped.
 */
export function parseReport(data: unknown, run: number): Report | undefined {
  if (!isRecord(data) || data.run !== run) {
    return undefined;
  }
  switch (data.type) {
    case "console":
      return parseConsole(data, run);
    case "failed": {
      const error = parseError(data.error);
      return error && { type: "failed", run, error };
    }
    case "done":
      return { type: "done", run };
    case "blocked":
      return typeof data.blocked === "boolean" ? { type: "blocked", run, blocked: data.blocked } : undefined;
    default:
      return undefined;
  }
}

function parseConsole(data: Record<string, unknown>, run: number): Report | undefined {
  const { entries, dropped } = data;
  if (!Array.isArray(entries) || entries.length > maximumEntries || !isCount(dropped)) {
    return undefined;
  }
  const parsed = entries.map(parseEntry);
  return parsed.every((entry) => entry !== undefined)
    ? { type: "console", run, entries: parsed, dropped }
    : undefined;
}

function parseEntry(entry: unknown): ConsoleEntry | undefined {
  if (!isRecord(entry) || !isText(entry.text) || !consoleMethods.includes(entry.method as ConsoleMethod)) {
    return undefined;
  }
  return { method: entry.method as ConsoleMethod, text: entry.text };
}

function parseError(error: unknown): ProgramError | undefined {
  if (!isRecord(error)) {
    return undefined;
  }
  const { name, message, path, line, stack } = error;
  return isText(name) && isText(message) && isText(path) && isText(stack) && isCount(line)
    ? { name, message, path, line, stack }
    : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= maximumText;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
