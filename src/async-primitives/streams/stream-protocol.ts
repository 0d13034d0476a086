import type { Coroutine } from "../coroutine.ts";
import { ConnectionResetError } from "../errors/os-error.ts";
import type { EventLoop } from "../event-loop.ts";
import type { Future, FutureName } from "../futures/future.ts";
import type { StreamReader } from "./stream-reader.ts";
import type { Protocol, Transport } from "./transport.ts";

/**
 * Joins a transport to a reader and a writer: feeds the one, and keeps the other waiting while it must.
 *
 * @see Python's `asyncio.StreamReaderProtocol`
 */
export class StreamProtocol implements Protocol {
  readonly #loop: EventLoop;
  readonly #reader: StreamReader | undefined;
  readonly #drainWaiters = new Set<Future<void>>();
  readonly #closeWaiters = new Set<Future<void>>();
  #paused = false;
  #lost = false;
  #error: Error | undefined;
  #transport: Transport | undefined;

  constructor(loop: EventLoop, reader: StreamReader | undefined) {
    this.#loop = loop;
    this.#reader = reader;
  }

  connectionMade(transport: Transport): void {
    this.#transport = transport;
    this.#reader?.setTransport(transport);
  }

  dataReceived(data: Uint8Array): void {
    try {
      this.#reader?.feedData(data);
    } catch (exception) {
      // A program that has told its reader of the end itself. The host calls here, and would end the program.
      this.#loop.callExceptionHandler({
        message: "The reader of a connection takes nothing more, so that the connection is broken off",
        exception,
      });
      this.#transport?.abort();
    }
  }

  eofReceived(): void {
    this.#reader?.feedEof();
  }

  pauseWriting(): void {
    this.#paused = true;
  }

  resumeWriting(): void {
    this.#paused = false;
    release(this.#drainWaiters, undefined);
  }

  connectionLost(error: Error | undefined): void {
    if (this.#lost) {
      return;
    }
    this.#lost = true;
    this.#error = error;
    if (error === undefined) {
      this.#reader?.feedEof();
    } else {
      this.#reader?.setException(error);
    }
    release(this.#drainWaiters, error);
    release(this.#closeWaiters, error);
  }

  /** What has come and nobody has read, which is no longer there then. */
  takeUnread(): Uint8Array {
    return this.#reader?.takeUnread() ?? new Uint8Array();
  }

  /** Whether this side has accepted the connection. */
  get serverSide(): boolean {
    return false;
  }

  /** Whether too much waits to be sent. */
  get paused(): boolean {
    return this.#paused;
  }

  /** @throws ConnectionResetError when it is lost. */
  checkConnected(): void {
    if (this.#lost) {
      throw new ConnectionResetError("Connection lost: nothing more can be sent on it");
    }
  }

  /** Waits until so little waits to be sent that more can be written. */
  resumed(): Coroutine<void> {
    return this.#wait(this.#drainWaiters, "drain");
  }

  /** Waits until the connection is closed. Throws what broke it, if something did. */
  *closed(): Coroutine<void> {
    if (!this.#lost) {
      yield* this.#wait(this.#closeWaiters, "waitClosed");
    } else if (this.#error !== undefined) {
      throw this.#error;
    }
  }

  *#wait(waiters: Set<Future<void>>, name: FutureName): Coroutine<void> {
    const waiter = this.#loop.createFuture<void>().standsFor(name);
    waiters.add(waiter);
    try {
      yield* waiter;
    } finally {
      waiters.delete(waiter);
    }
  }
}

function release(waiters: Set<Future<void>>, error: Error | undefined): void {
  for (const waiter of waiters) {
    if (waiter.done()) {
      continue;
    }
    if (error === undefined) {
      waiter.setResult();
    } else {
      waiter.setException(error);
    }
  }
  waiters.clear();
}
