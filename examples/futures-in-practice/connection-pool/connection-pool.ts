import { type Coroutine, type Future, getRunningLoop } from "asyncio-ts";

interface Waiter {
  readonly host: string;
  readonly turn: Future<void>;
}

/** Lends connections: at most `limit` at a time, at most `limitPerHost` to one host. */
export class ConnectionPool<C> {
  readonly #open: (host: string) => Coroutine<C>;
  readonly #limit: number;
  readonly #limitPerHost: number;
  /** How many are lent, or being opened, by host. */
  readonly #lent = new Map<string, number>();
  readonly #idle = new Map<string, C[]>();
  /** In order of arrival. A set, since one who gives up leaves from the middle. */
  readonly #waiters = new Set<Waiter>();

  constructor(open: (host: string) => Coroutine<C>, limit: number, limitPerHost = limit) {
    this.#open = open;
    this.#limit = limit;
    this.#limitPerHost = limitPerHost;
  }

  get lent(): number {
    let sum = 0;
    for (const count of this.#lent.values()) {
      sum += count;
    }
    return sum;
  }

  get waiting(): number {
    return this.#waiters.size;
  }

  /** Lends a connection for as long as the block runs, however it ends. */
  *use<T>(host: string, block: (connection: C) => Coroutine<T>): Coroutine<T> {
    const connection = yield* this.acquire(host);
    try {
      return yield* block(connection);
    } finally {
      this.release(host, connection);
    }
  }

  *acquire(host: string): Coroutine<C> {
    yield* this.#takePlace(host);
    try {
      return this.#idle.get(host)?.pop() ?? (yield* this.#open(host));
    } catch (error) {
      this.#freePlace(host);
      throw error;
    }
  }

  release(host: string, connection: C): void {
    const idle = this.#idle.get(host) ?? [];
    idle.push(connection);
    this.#idle.set(host, idle);
    this.#freePlace(host);
  }

  *#takePlace(host: string): Coroutine<void> {
    if (this.#hasRoom(host)) {
      this.#count(host, 1);
      return;
    }
    const waiter = { host, turn: getRunningLoop().createFuture<void>() };
    this.#waiters.add(waiter);
    try {
      yield* waiter.turn;
    } catch (error) {
      this.#waiters.delete(waiter);
      // Woken and then cancelled: the place was ours already, so pass it on.
      if (!waiter.turn.cancelled()) {
        this.#freePlace(host);
      }
      throw error;
    }
  }

  /** Hands the place to the first in line whose host has room. It stays counted. */
  #freePlace(host: string): void {
    this.#count(host, -1);
    for (const waiter of this.#waiters) {
      if (waiter.turn.done() || !this.#hasRoom(waiter.host)) {
        continue;
      }
      this.#waiters.delete(waiter);
      this.#count(waiter.host, 1);
      waiter.turn.setResult();
      return;
    }
  }

  #hasRoom(host: string): boolean {
    return this.lent < this.#limit && (this.#lent.get(host) ?? 0) < this.#limitPerHost;
  }

  #count(host: string, change: 1 | -1): void {
    this.#lent.set(host, (this.#lent.get(host) ?? 0) + change);
  }
}
