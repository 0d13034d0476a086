import { formatMessage } from "./format-message.ts";
import {
  type ConsoleEntry,
  type ConsoleMethod,
  consoleMethods,
  maximumEntries,
  maximumText,
} from "./protocol.ts";

/** A loop that never pauses still shows its output this often, in milliseconds. */
const windowLength = 50;
/** So many lines of a window are sent one by one; what comes on top is a flood. */
const calmLines = 100;

export interface CapturedConsole {
  /** Sends what has been printed and not been sent. */
  flush(): void;
}

/**
 * Sends what the program prints: at once while it prints little, so that nothing is held back when the next line
 * blocks; in batches when it floods. Of a flood only the last lines of each batch are sent, with the number of
 * those left out, so that no program can fill the page's memory.
 */
export function captureConsole(
  send: (entries: readonly ConsoleEntry[], dropped: number) => void,
): CapturedConsole {
  let entries: ConsoleEntry[] = [];
  let dropped = 0;
  let windowStart = performance.now();
  let linesInWindow = 0;
  let scheduled = false;
  const pause = new MessageChannel();
  pause.port1.onmessage = flush;

  function flush(): void {
    scheduled = false;
    if (entries.length > 0) {
      const excess = Math.max(0, entries.length - maximumEntries);
      send(entries.slice(excess), dropped + excess);
      entries = [];
      dropped = 0;
    }
  }

  function print(method: ConsoleMethod, values: readonly unknown[]): void {
    entries.push({ method, text: cut(formatMessage(values)) });
    if (entries.length > 2 * maximumEntries) {
      dropped += maximumEntries;
      entries = entries.slice(maximumEntries);
    }
    const now = performance.now();
    if (now - windowStart > windowLength) {
      windowStart = now;
      linesInWindow = 0;
      flush();
    } else if (++linesInWindow <= calmLines) {
      flush();
    } else if (!scheduled) {
      scheduled = true;
      pause.port2.postMessage(null);
    }
  }

  for (const method of consoleMethods) {
    console[method] = (...values: unknown[]) => print(method, values);
  }
  return { flush };
}

function cut(text: string): string {
  return text.length > maximumText ? `${text.slice(0, maximumText - 1)}…` : text;
}
