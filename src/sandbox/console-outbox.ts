import { MessageRate } from "./message-rate.ts";
import { type ConsoleEntry, limits } from "./protocol.ts";
import { weigh } from "./weigh.ts";

/** A loop that never pauses still shows its output this often, in milliseconds. */
const windowLength = 200;
/** So many lines of a window are sent one by one, and then so many batches, a turn of the host each. */
const calmMessages = 200;
/** What counts as one more line of these: a batch of a flood is all that its window may send. */
const weightOfMessage = 500;

// Kept before the reader's code can replace them.
const now = performance.now.bind(performance);
const later = globalThis.setTimeout.bind(globalThis);

/** @param dropped How many entries before these were too many to be sent. */
export type SendEntries = (entries: readonly ConsoleEntry[], dropped: number) => void;

/**
 * Sends entries at once while there are few, so that nothing is held back when the next line blocks; in batches
 * when there are many, and never so many batches that the frame would take them for a flood of messages. Of a flood of
 * lines, or of long ones, only the last of each batch are sent, with the number of those left out, so that no program can
 * fill the page's memory.
 */
export class ConsoleOutbox {
  readonly #send: SendEntries;
  readonly #nextTurn = new MessageChannel();
  readonly #rate = new MessageRate(now, windowLength);
  #entries: ConsoleEntry[] = [];
  #weight = 0;
  #dropped = 0;
  #scheduled = false;

  constructor(send: SendEntries) {
    this.#send = send;
    this.#nextTurn.port1.onmessage = () => this.flush();
  }

  add(entry: ConsoleEntry): void {
    this.#entries.push(entry);
    this.#weight += weigh(entry.parts);
    while (this.#entries.length > limits.entries || this.#weight > limits.weight) {
      this.#weight -= weigh(this.#entries.shift()?.parts);
      this.#dropped++;
    }
    const { recent } = this.#rate;
    if (recent < calmMessages) {
      this.flush();
    } else if (!this.#scheduled) {
      this.#scheduled = true;
      this.#schedule(recent);
    }
  }

  /** A program that prints a line in each of many turns would flood the frame if every turn sent a message. */
  #schedule(recent: number): void {
    if (recent < 2 * calmMessages) {
      this.#nextTurn.port2.postMessage(null);
    } else {
      later(() => this.flush(), windowLength);
    }
  }

  flush(): void {
    this.#scheduled = false;
    if (this.#entries.length > 0) {
      this.#rate.note(1 + this.#weight / weightOfMessage);
      this.#send(this.#entries, this.#dropped);
      this.#entries = [];
      this.#weight = 0;
      this.#dropped = 0;
    }
  }
}
