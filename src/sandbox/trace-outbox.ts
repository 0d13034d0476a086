import { type TraceEvent, traceLimits } from "../trace/trace.ts";
import { MessageRate } from "./message-rate.ts";

/** So many events fill a message, so that reading one does not keep the page from painting. */
const batchSize = 1_000;
/** How long events wait to be sent together, in milliseconds. */
const batchTime = 50;
/** So many messages in that time are sent at once; what comes on top waits. */
const calmMessages = 10;

export interface OutboxHost {
  /** Milliseconds. */
  now(): number;
  later(callback: () => void, delay: number): void;
  send(events: readonly TraceEvent[], dropped: number): void;
}

/**
 * Sends a trace in batches, and no more than so many events of a run. While there are few callbacks each is told
 * when it begins, so that the page knows of it even if it never ends.
 */
export class TraceOutbox {
  readonly #host: OutboxHost;
  readonly #rate: MessageRate;
  #events: TraceEvent[] = [];
  #kept = 0;
  #dropped = 0;
  #droppedTold = 0;
  #scheduled = false;

  constructor(host: OutboxHost) {
    this.#host = host;
    this.#rate = new MessageRate(() => host.now(), batchTime);
  }

  /** Whether what comes now is only counted. */
  get isFull(): boolean {
    return this.#kept >= traceLimits.all;
  }

  add(event: TraceEvent): void {
    if (this.isFull) {
      this.#dropped++;
    } else {
      this.#kept++;
      // Not by `push`, which the program may have replaced by one that tells of it.
      this.#events[this.#events.length] = event;
    }
    if (this.#events.length >= batchSize || (event.kind === "began" && this.#isCalm())) {
      this.flush();
    } else if (!this.#scheduled) {
      this.#scheduled = true;
      this.#host.later(() => this.flush(), batchTime);
    }
  }

  /** Sends what has not been sent. */
  flush(): void {
    this.#scheduled = false;
    if (this.#events.length > 0 || this.#dropped > this.#droppedTold) {
      this.#droppedTold = this.#dropped;
      const events = this.#events;
      this.#events = [];
      this.#host.send(events, this.#dropped);
    }
  }

  #isCalm(): boolean {
    const isCalm = this.#rate.recent < calmMessages;
    this.#rate.note();
    return isCalm;
  }
}
