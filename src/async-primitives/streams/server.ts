/// <reference lib="esnext.disposable" preserve="true" />

import type { Awaitable, Coroutine } from "../coroutine.ts";
import { CancelledError, RuntimeError } from "../errors/errors.ts";
import type { EventLoop } from "../event-loop.ts";
import type { Future } from "../futures/future.ts";
import { beginBlock, checkBlock } from "../loop/block.ts";
import type { Address } from "./address.ts";
import type { Listener } from "./network.ts";
import type { Transport } from "./transport.ts";

const expected = "with() takes a generator function, as in function* (server) { ... }";

/**
 * An address at which a server listens.
 *
 * @group Stream options and transports
 */
export interface ListeningSocket<A extends Address> {
  /** Its address: the host and the port that the system chose, or the path. */
  getsockname(): A;
}

/**
 * Accepts connections until it is closed. Made by `startServer` and `startUnixServer`, and listening from then on.
 *
 * @group Streams
 * @see Python's `asyncio.Server`
 */
export class Server<A extends Address = Address> implements Disposable, AsyncDisposable {
  readonly #loop: EventLoop;
  readonly #listeners: Listener[] = [];
  readonly #transports = new Set<Transport>();
  #open = true;
  #serving: Future<void> | undefined;
  #waiters: Future<void>[] = [];

  /** @internal */
  constructor(loop: EventLoop) {
    this.#loop = loop;
  }

  /** Where it listens; empty once it is closed. */
  get sockets(): readonly [ListeningSocket<A>, ...ListeningSocket<A>[]] {
    const sockets = this.#listeners.map(({ address }) => ({ getsockname: () => address as A }));
    return sockets as unknown as [ListeningSocket<A>];
  }

  /** The loop that serves its connections. */
  getLoop(): EventLoop {
    return this.#loop;
  }

  /** Whether it accepts connections. */
  isServing(): boolean {
    return this.#open;
  }

  /**
   * Waits until it is cancelled; then closes the server, and waits until its connections are closed too.
   *
   * @throws CancelledError always, in the end: also when somebody closes the server.
   * @throws RuntimeError when it is closed, or when this was called before.
   */
  *serveForever(): Coroutine<never> {
    if (this.#serving !== undefined) {
      throw new RuntimeError("serveForever() is already running on this server");
    }
    if (!this.#open) {
      throw new RuntimeError("This server is closed: start another one");
    }
    const serving = this.#loop.createFuture<never>().standsFor("serveForever");
    this.#serving = serving;
    try {
      return yield* serving;
    } catch (error) {
      if (error instanceof CancelledError) {
        this.close();
        yield* this.waitClosed();
      }
      throw error;
    } finally {
      this.#serving = undefined;
    }
  }

  /** Accepts no more. Connections that were accepted stay open. */
  close(): void {
    if (!this.#open) {
      return;
    }
    this.#open = false;
    for (const listener of this.#listeners.splice(0)) {
      listener.close();
    }
    this.#serving?.cancel();
    this.#wakeIfDone();
  }

  /** Closes the connections that it accepted, each once what was written has been sent. */
  closeClients(): void {
    for (const transport of this.#transports) {
      transport.close();
    }
  }

  /** Closes the connections that it accepted at once. What was written and not sent is lost. */
  abortClients(): void {
    for (const transport of this.#transports) {
      transport.abort();
    }
  }

  /** Waits until it is closed and all the connections that it accepted are. */
  *waitClosed(): Coroutine<void> {
    if (this.#done()) {
      return;
    }
    const waiter = this.#loop.createFuture<void>().standsFor("waitClosed");
    this.#waiters.push(waiter);
    yield* waiter;
  }

  /**
   * Runs a block, closes the server at its end and waits until its connections are closed.
   *
   * @see Python's `async with server`
   */
  *with<T>(block: (server: this) => Awaitable<T>): Coroutine<T> {
    checkBlock(block, expected);
    try {
      return yield* beginBlock(expected, block, this);
    } finally {
      this.close();
      yield* this.waitClosed();
    }
  }

  /** Closes it, for `using` in a coroutine. That does not wait for its connections, as `with()` does. */
  [Symbol.dispose](): void {
    this.close();
  }

  /**
   * Closes it and waits until its connections are closed, for `await using` in native code: also where nothing runs its
   * loop, as between two runs of a `Runner`.
   *
   * @see Python's `async with server`
   */
  async [Symbol.asyncDispose](): Promise<void> {
    const loop = this.#loop;
    this.close();
    await (loop.isRunning() ? loop.createTask(this.waitClosed()) : loop.runUntilComplete(this.waitClosed()));
  }

  /** @internal */
  listenAt(listeners: readonly Listener[]): void {
    this.#listeners.push(...listeners);
  }

  /** @internal */
  attach(transport: Transport): void {
    this.#transports.add(transport);
  }

  /** @internal */
  detach(transport: Transport): void {
    this.#transports.delete(transport);
    this.#wakeIfDone();
  }

  #done(): boolean {
    return !this.#open && this.#transports.size === 0;
  }

  #wakeIfDone(): void {
    if (!this.#done()) {
      return;
    }
    for (const waiter of this.#waiters) {
      if (!waiter.done()) {
        waiter.setResult();
      }
    }
    this.#waiters = [];
  }
}
