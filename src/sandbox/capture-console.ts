import { type LinkedModules, safeString } from "./describe-error.ts";
import { describeTable } from "./describe-table.ts";
import { formatMessage } from "./format-message.ts";
import { type ConsoleEntry, type ConsoleMethod, type ConsolePart, limits } from "./protocol.ts";

/** A loop that never pauses still shows its output this often, in milliseconds. */
const windowLength = 50;
/** So many lines of a window are sent one by one, and then so many batches, a turn of the host each. */
const calmMessages = 100;

// Kept before the reader's code can replace them.
const now = performance.now.bind(performance);
const later = globalThis.setTimeout.bind(globalThis);

export interface CapturedConsole {
  /** Sends what has been printed and not been sent. */
  flush(): void;
}

type Send = (entries: readonly ConsoleEntry[], dropped: number) => void;

/**
 * Puts a console in the place of the worker's own, which sends what the program prints.
 *
 * @param onEntry Told of each entry at once: which one it is, counted from 0, and how it reads.
 */
export function captureConsole(
  modules: LinkedModules,
  send: Send,
  onEntry: (line: number, text: string) => void,
): CapturedConsole {
  const outbox = new Outbox(send);
  const start = now();
  const timers = new Map<string, number>();
  const counts = new Map<string, number>();
  let depth = 0;

  let line = 0;
  const print = (method: ConsoleMethod, parts: readonly ConsolePart[]) => {
    onEntry(line++, parts.map(textOf).join(" "));
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

/**
 * Sends entries at once while there are few, so that nothing is held back when the next line blocks; in batches
 * when there are many, and never so many batches that the frame would take them for a flood of messages. Of a flood of
 * lines only the last of each batch are sent, with the number of those left out, so that no program can fill the page's
 * memory.
 */
class Outbox implements CapturedConsole {
  readonly #send: Send;
  readonly #pause = new MessageChannel();
  #entries: ConsoleEntry[] = [];
  #dropped = 0;
  #windowStart = now();
  #messagesInWindow = 0;
  #scheduled = false;

  constructor(send: Send) {
    this.#send = send;
    this.#pause.port1.onmessage = () => this.flush();
  }

  add(entry: ConsoleEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > 2 * limits.entries) {
      this.#dropped += limits.entries;
      this.#entries = this.#entries.slice(limits.entries);
    }
    const time = now();
    if (time - this.#windowStart > windowLength) {
      this.#windowStart = time;
      this.#messagesInWindow = 0;
      this.flush();
    } else if (this.#messagesInWindow < calmMessages) {
      this.flush();
    } else if (!this.#scheduled) {
      this.#scheduled = true;
      this.#flushSoon();
    }
  }

  /** In the next turn; but a program of many turns, with a line in each, would flood the frame with messages. */
  #flushSoon(): void {
    if (this.#messagesInWindow < 2 * calmMessages) {
      this.#pause.port2.postMessage(null);
    } else {
      later(() => this.flush(), windowLength);
    }
  }

  flush(): void {
    this.#scheduled = false;
    if (this.#entries.length > 0) {
      this.#messagesInWindow++;
      const excess = Math.max(0, this.#entries.length - limits.entries);
      this.#send(this.#entries.slice(excess), this.#dropped + excess);
      this.#entries = [];
      this.#dropped = 0;
    }
  }
}
