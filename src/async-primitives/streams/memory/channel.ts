import type { EventLoop } from "../../event-loop.ts";

/** How a network in memory behaves. */
export interface LinkOptions {
  /** How long a byte is on its way, in seconds; 0 if left out. A new connection takes two of these. */
  latency?: number | undefined;
  /** How much one direction of one connection takes, in bytes a second; without limit if left out. */
  bandwidth?: number | undefined;
}

/** What travels through a channel: bytes, the end of them, or the news that the connection is broken. */
export type Segment = Uint8Array | "eof" | "reset";

/** The receiving end of a channel. */
export interface Receiver {
  receive(segment: Segment): void;
}

/** How much may be on its way or wait unread at the receiver, in bytes: what a system's socket buffers hold. */
const windowBytes = 64 * 1024;

/** The most that is sent at once, in bytes, so that a slow link delivers steadily. */
const maxSegment = 16 * 1024;

/**
 * One direction of a connection in memory. Segments arrive in order, after the time that latency and bandwidth
 * make them take; what the window has no room for stays with the sender.
 */
export class Channel {
  /** How many bytes have not left yet. */
  waiting = 0;
  /** Called when bytes have left. */
  onSent: () => void = () => {};

  readonly #loop: EventLoop;
  readonly #receiver: Receiver;
  readonly #latency: number;
  readonly #bandwidth: number;
  readonly #segments: Segment[] = [];
  #unread = 0;
  #busyUntil = 0;
  #wakeUp: { cancel(): void } | undefined;

  constructor(loop: EventLoop, receiver: Receiver, options: LinkOptions) {
    this.#loop = loop;
    this.#receiver = receiver;
    this.#latency = options.latency ?? 0;
    this.#bandwidth = options.bandwidth ?? Number.POSITIVE_INFINITY;
  }

  send(segment: Segment): void {
    this.#segments.push(segment);
    this.waiting += sizeOf(segment);
    this.#pump();
  }

  /** Forgets what has not left yet. */
  drop(): void {
    this.#segments.length = 0;
    this.waiting = 0;
  }

  /** The receiver has taken that many bytes: there is room for as many more. */
  acknowledge(size: number): void {
    this.#unread -= size;
    this.#pump();
  }

  #pump(): void {
    const before = this.waiting;
    while (this.#wakeUp === undefined && this.#segments.length > 0) {
      const segment = this.#takeNext();
      if (segment === undefined) {
        break;
      }
      this.#transmit(segment);
    }
    if (this.waiting < before) {
      this.onSent();
    }
  }

  #takeNext(): Segment | undefined {
    const first = this.#segments[0] as Segment;
    if (typeof first === "string") {
      return this.#segments.shift();
    }
    const size = Math.min(first.length, maxSegment, windowBytes - this.#unread);
    if (size === 0) {
      return undefined;
    }
    if (size === first.length) {
      this.#segments.shift();
    } else {
      this.#segments[0] = first.subarray(size);
    }
    this.waiting -= size;
    this.#unread += size;
    return first.subarray(0, size);
  }

  #transmit(segment: Segment): void {
    const now = this.#loop.time();
    this.#busyUntil = Math.max(now, this.#busyUntil) + sizeOf(segment) / this.#bandwidth;
    const arrival = this.#busyUntil + this.#latency;
    const deliver = () => this.#receiver.receive(segment);
    if (arrival > now) {
      this.#loop.callAt(arrival, deliver);
    } else {
      this.#loop.callSoon(deliver);
    }
    if (this.#busyUntil > now) {
      this.#wakeUp = this.#loop.callAt(this.#busyUntil, () => this.#idle());
    }
  }

  #idle(): void {
    this.#wakeUp = undefined;
    this.#pump();
  }
}

export function sizeOf(segment: Segment): number {
  return typeof segment === "string" ? 0 : segment.length;
}
