import type { EventLoop } from "../../event-loop.ts";

/** How a network in memory behaves. */
export interface LineOptions {
  /** How long a byte is on its way, in seconds; 0 if left out. A new connection takes two of these. */
  latency?: number | undefined;
  /** How much one direction of one connection takes, in bytes a second; without limit if left out. */
  bandwidth?: number | undefined;
}

/** What travels on a line: bytes, the end of them, or the news that the connection is broken. */
export type Parcel = Uint8Array | "eof" | "reset";

/** The end of a line. */
export interface Receiver {
  receive(parcel: Parcel): void;
}

/** How much may be on its way or wait unread at the receiver, in bytes: what a system's socket buffers hold. */
const WINDOW = 64 * 1024;

/** The most that is sent at once, in bytes, so that a slow line delivers steadily. */
const SEGMENT = 16 * 1024;

/**
 * One direction of a connection in memory. Parcels arrive in order, after the time that latency and bandwidth
 * make them take; what the window has no room for stays with the sender.
 */
export class Line {
  /** How many bytes have not left yet. */
  waiting = 0;
  /** Called when bytes have left. */
  onSent: () => void = () => {};

  readonly #loop: EventLoop;
  readonly #receiver: Receiver;
  readonly #latency: number;
  readonly #bandwidth: number;
  readonly #parcels: Parcel[] = [];
  #unread = 0;
  #busyUntil = 0;
  #wakeUp: { cancel(): void } | undefined;

  constructor(loop: EventLoop, receiver: Receiver, options: LineOptions) {
    this.#loop = loop;
    this.#receiver = receiver;
    this.#latency = options.latency ?? 0;
    this.#bandwidth = options.bandwidth ?? Number.POSITIVE_INFINITY;
  }

  send(parcel: Parcel): void {
    this.#parcels.push(parcel);
    this.waiting += sizeOf(parcel);
    this.#pump();
  }

  /** Forgets what has not left yet. */
  drop(): void {
    this.#parcels.length = 0;
    this.waiting = 0;
  }

  /** The receiver has taken that many bytes: there is room for as many more. */
  acknowledge(size: number): void {
    this.#unread -= size;
    this.#pump();
  }

  #pump(): void {
    const before = this.waiting;
    while (this.#wakeUp === undefined && this.#parcels.length > 0) {
      const parcel = this.#takeNext();
      if (parcel === undefined) break;
      this.#transmit(parcel);
    }
    if (this.waiting < before) this.onSent();
  }

  #takeNext(): Parcel | undefined {
    const first = this.#parcels[0] as Parcel;
    if (typeof first === "string") return this.#parcels.shift();
    const size = Math.min(first.length, SEGMENT, WINDOW - this.#unread);
    if (size === 0) return undefined;
    if (size === first.length) this.#parcels.shift();
    else this.#parcels[0] = first.subarray(size);
    this.waiting -= size;
    this.#unread += size;
    return first.subarray(0, size);
  }

  #transmit(parcel: Parcel): void {
    const now = this.#loop.time();
    this.#busyUntil = Math.max(now, this.#busyUntil) + sizeOf(parcel) / this.#bandwidth;
    const arrival = this.#busyUntil + this.#latency;
    const deliver = () => this.#receiver.receive(parcel);
    if (arrival > now) this.#loop.callAt(arrival, deliver);
    else this.#loop.callSoon(deliver);
    if (this.#busyUntil > now) this.#wakeUp = this.#loop.callAt(this.#busyUntil, () => this.#idle());
  }

  #idle(): void {
    this.#wakeUp = undefined;
    this.#pump();
  }
}

export function sizeOf(parcel: Parcel): number {
  return typeof parcel === "string" ? 0 : parcel.length;
}
