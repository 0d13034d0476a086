/// <reference lib="esnext.disposable" preserve="true" />

import type { Awaitable, Coroutine } from "../coroutine.ts";
import { CancelledError, RuntimeError } from "../errors/errors.ts";
import { guardMethods } from "../errors/guard-methods.ts";
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
 * Accepts connections until it is closed. Made by `startServer` and `startUnixServer`, and listening from then on, unless
 * that was put off with `startServing: false`.
 *
 * @group Streams
 * @see Python's `asyncio.Server`
 */
export class Server<A extends Address = Address> implements Disposable, AsyncDisposable {
  static {
    guardMethods(Server, "Server", (value) => #loop in value);
  }

  readonly #loop: EventLoop;
  readonly #listen: () => Coroutine<void>;
  readonly #listeners: Listener[] = [];
  readonly #transports = new Set<Transport>();
  #open = true;
  #begun = false;
  #serving: Future<void> | undefined;
  #waiters: Future<void>[] = [];

  /** @internal */
  constructor(loop: EventLoop, listen: () => Coroutine<void>) {
    this.#loop = loop;
    this.#listen = listen;
  }

  /** Where it listens; empty before it does, and once it is closed. */
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
    return this.#open && this.#begun;
  }

  /**
   * Begins to listen, if it was made with `startServing: false`; does nothing if it does already. Python has taken the address
   * by then, and here this is where an address in use shows, since Node takes it and listens in one call.
   *
   * @throws OSError when the address is in use, or is not of this machine: then the server is closed.
   * @throws RuntimeError when it is closed.
   */
  *startServing(): Coroutine<void> {
    this.#checkOpen();
    if (this.#begun) {
      return;
    }
    this.#begun = true;
    try {
      yield* this.#listen();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /**
   * Serves until it is cancelled; then closes the server and its connections, and waits until they are closed.
   *
   * @throws CancelledError always, in the end: also when somebody closes the server.
   * @throws RuntimeError when it is closed, or when this was called before.
   */
  *serveForever(): Coroutine<never> {
    if (this.#serving !== undefined) {
      throw new RuntimeError("serveForever() is already running on this server");
    }
    this.#checkOpen();
    const serving = this.#loop.createFuture<never>().standsFor("serveForever");
    this.#serving = serving;
    try {
      yield* this.startServing();
      return yield* serving;
    } catch (error) {
      if (error instanceof CancelledError) {
        this.close();
        // A handler may wait for a client that never goes away.
        this.closeClients();
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
    this.#closeListeners();
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
    if (!this.#open) {
      this.#closeListeners();
    }
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

  #checkOpen(): void {
    if (!this.#open) {
      throw new RuntimeError("This server is closed: start another one");
    }
  }

  #closeListeners(): void {
    for (const listener of this.#listeners.splice(0)) {
      listener.close();
    }
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
