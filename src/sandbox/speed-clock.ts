import type { Clock } from "../async-primitives/index.ts";

type Cancel = () => void;

/** What the clock needs of the worker. */
export interface ClockHost {
  /** Milliseconds since some fixed moment. */
  now(): number;
  later(callback: () => void, delay: number): Cancel;
  /** Keeps the program from counting as ended. */
  keepAlive(): Cancel;
}

/** What decides how fast the clock goes. */
export interface ClockMode {
  /** A callback has the thread. Then it goes as fast as the machine's, whatever else holds. */
  readonly running: boolean;
  readonly paused: boolean;
  /** It does not wait for the next deadline, but jumps to it. */
  readonly skipping: boolean;
  /** How fast it goes while the loop has nothing to do. */
  readonly speed: number;
}

interface Request {
  readonly deadline: number;
  readonly wake: () => void;
  readonly release: Cancel;
}

const longestTimeout = 2 ** 31 - 1;

/** A clock that can be slowed while the loop is idle, and stopped. It begins with the time of the machine. */
export class SpeedClock implements Clock {
  readonly #host: ClockHost;
  #mode: ClockMode = { running: false, paused: false, skipping: false, speed: 1 };
  /** The time at the last change, and when that was on the machine. */
  #time: number;
  #since: number;
  #rate = 1;
  readonly #requests = new Set<Request>();
  #cancelAlarm: Cancel = () => {};

  constructor(host: ClockHost) {
    this.#host = host;
    this.#since = host.now() / 1000;
    this.#time = this.#since;
  }

  time(): number {
    return this.#time + (this.#host.now() / 1000 - this.#since) * this.#rate;
  }

  wakeAt(deadline: number, wake: () => void): Cancel {
    const request = { deadline, wake, release: this.#host.keepAlive() };
    this.#requests.add(request);
    this.#adjust();
    return () => this.#drop(request);
  }

  change(mode: Partial<ClockMode>): void {
    this.#mode = { ...this.#mode, ...mode };
    this.#adjust();
  }

  /** The loop is idle when it has asked to be woken. */
  #adjust(): void {
    this.#time = this.time();
    this.#since = this.#host.now() / 1000;
    const { running, paused, skipping, speed } = this.#mode;
    const idle = this.#requests.size > 0;
    this.#rate = running ? 1 : paused || skipping ? 0 : idle ? speed : 1;
    this.#setAlarm();
  }

  #setAlarm(): void {
    this.#cancelAlarm();
    this.#cancelAlarm = () => {};
    const next = this.#earliest();
    if (next === undefined) {
      return;
    }
    if (this.#mode.skipping) {
      this.#cancelAlarm = this.#host.later(() => this.#skipTo(next), 0);
    } else if (this.#rate > 0) {
      const delay = Math.ceil(((next.deadline - this.#time) * 1000) / this.#rate);
      this.#cancelAlarm = this.#host.later(
        () => this.#wake(next),
        Math.max(0, Math.min(delay, longestTimeout)),
      );
    }
  }

  #skipTo(request: Request): void {
    if (request.deadline < Number.POSITIVE_INFINITY) {
      this.#time = Math.max(this.#time, request.deadline);
      this.#wake(request);
    }
  }

  #wake(request: Request): void {
    this.#drop(request);
    request.wake();
  }

  #drop(request: Request): void {
    if (this.#requests.delete(request)) {
      request.release();
      this.#adjust();
    }
  }

  #earliest(): Request | undefined {
    let earliest: Request | undefined;
    for (const request of this.#requests) {
      if (earliest === undefined || request.deadline < earliest.deadline) {
        earliest = request;
      }
    }
    return earliest;
  }
}
