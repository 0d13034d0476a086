import { cut } from "../trace/cut.ts";
import { ConsoleOutbox, type SendEntries } from "./console-outbox.ts";
import { safeString } from "./describe-error.ts";
import { describeTable } from "./describe-table.ts";
import { formatMessage } from "./format-message.ts";
import type { LinkedModules } from "./linked-modules.ts";
import { withNamedPlaces } from "./name-places.ts";
import { type ConsoleMethod, type ConsolePart, limits } from "./protocol.ts";
import { weigh } from "./weigh.ts";

// Kept before the reader's code can replace them.
const now = performance.now.bind(performance);

export interface CapturedConsole {
  /** Sends what has been printed and not been sent. */
  flush(): void;
}

/**
 * Puts a console in the place of the worker's own, which sends what the program prints.
 *
 * @param onEntry Told of each entry at once: which one it is, counted from 0, and how it reads.
 */
export function captureConsole(
  modules: LinkedModules,
  send: SendEntries,
  onEntry: (line: number, text: string) => void,
): CapturedConsole {
  const outbox = new ConsoleOutbox(send);
  const start = now();
  const timers = new Map<string, number>();
  const counts = new Map<string, number>();
  let depth = 0;

  let line = 0;
  const print = (method: ConsoleMethod, asSeen: readonly ConsolePart[]) => {
    const described = asSeen.map((part) => withNamedPlaces(part, modules));
    const text = described.map(textOf).join(" ");
    onEntry(line++, text);
    // What is too much to be shown as it is, is shown as text.
    const fits = weigh(described) <= limits.weight;
    const parts: readonly ConsolePart[] = fits ? described : [{ kind: "text", text: cut(text, limits.text) }];
    outbox.add({ method, parts, depth, time: now() - start });
  };
  const write =
    (method: ConsoleMethod) =>
    (...values: unknown[]) =>
      print(method, formatMessage(values, modules));
  const log = write("log");
  const openGroup = (...values: unknown[]) => {
    if (values.length > 0) {
      log(...values);
    }
    depth++;
  };
  const sinceStart = (label: string) => {
    const began = timers.get(label);
    return began === undefined
      ? `Timer "${label}" does not exist`
      : `${label}: ${(now() - began).toFixed(1)} ms`;
  };

  Object.assign(console, {
    log,
    info: write("info"),
    debug: write("debug"),
    warn: write("warn"),
    error: write("error"),
    dir: (value: unknown) => log(value),
    dirxml: log,
    trace: (...values: unknown[]) => {
      const here = new Error(values.map((value) => safeString(() => value)).join(" "));
      here.name = "Trace";
      print("log", formatMessage([here], modules));
    },
    assert: (condition: unknown, ...values: unknown[]) => {
      if (!condition) {
        write("error")("Assertion failed", ...values);
      }
    },
    table: (data: unknown, columns?: unknown) => {
      const table = describeTable(data, columns);
      print("log", table === undefined ? formatMessage([data], modules) : [table]);
    },
    group: openGroup,
    groupCollapsed: openGroup,
    groupEnd: () => {
      depth = Math.max(0, depth - 1);
    },
    time: (label: unknown = "default") => void timers.set(String(label), now()),
    timeLog: (label: unknown = "default", ...values: unknown[]) => log(sinceStart(String(label)), ...values),
    timeEnd: (label: unknown = "default") => {
      log(sinceStart(String(label)));
      timers.delete(String(label));
    },
    count: (label: unknown = "default") => {
      const count = (counts.get(String(label)) ?? 0) + 1;
      counts.set(String(label), count);
      log(`${label}: ${count}`);
    },
    countReset: (label: unknown = "default") => void counts.delete(String(label)),
    clear: () => print("clear", []),
  });
  return outbox;
}

function textOf(part: ConsolePart): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "value":
      return part.preview;
    case "error":
      return `${part.error.name}: ${part.error.message}`;
    case "table":
      return part.header.join(" ");
  }
}
