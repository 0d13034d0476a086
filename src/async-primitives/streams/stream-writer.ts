import type { Coroutine } from "../coroutine.ts";
import { checkIterable } from "../errors/check-iterable.ts";
import { describe } from "../errors/describe.ts";
import type { StreamProtocol } from "./stream-protocol.ts";
import type { StreamReader } from "./stream-reader.ts";
import type { ExtraInfo, Transport } from "./transport.ts";

/**
 * The end of a connection, or of a pipe, that bytes are written to. Get one from `openConnection`,
 * `startServer` or a `Process`.
 *
 * Writing never waits: what cannot leave yet is kept. Wait with `drain()` after a write, so that a slow peer
 * slows the program down instead of filling its memory.
 *
 * @group Streams
 * @see Python's `asyncio.StreamWriter`
 * @example
 * function* greet(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
 *   writer.write(new TextEncoder().encode("hello\n"));
 *   yield* writer.drain();
 *   writer.close();
 *   yield* writer.waitClosed();
 * }
 *
 * function* main(): Coroutine<void> {
 *   const server = yield* startServer(greet, "127.0.0.1", 0);
 *   const [host, port] = server.sockets[0].getsockname();
 *   const [reader, writer] = yield* openConnection(host, port);
 *   console.log(new TextDecoder().decode(yield* reader.read()).trim()); // hello
 *   writer.close();
 *   server.close();
 *   yield* server.waitClosed();
 * }
 *
 * await run(main());
 */
export class StreamWriter {
  readonly #transport: Transport;
  readonly #protocol: StreamProtocol;
  readonly #reader: StreamReader | undefined;

  /** @internal */
  constructor(transport: Transport, protocol: StreamProtocol, reader: StreamReader | undefined) {
    this.#transport = transport;
    this.#protocol = protocol;
    this.#reader = reader;
  }

  /** The host's side of the connection: limits of its buffer, and `abort()`. */
  get transport(): Transport {
    return this.#transport;
  }

  /**
   * Sends bytes, or keeps them until they can leave: do not change the array before they have. Does nothing
   * once the connection is closed.
   *
   * @throws TypeError when it is not given a Uint8Array.
   * @throws RuntimeError after `writeEof()`.
   */
  write(data: Uint8Array): void {
    if (!(data instanceof Uint8Array)) {
      throw new TypeError(
        `write() takes bytes, a Uint8Array, got ${describe(data)}: encode text with new TextEncoder().encode(text)`,
      );
    }
    this.#transport.write(data);
  }

  /**
   * Sends several pieces, one after the other.
   *
   * @throws TypeError when one of them is not a Uint8Array.
   * @throws RuntimeError after `writeEof()`.
   */
  writelines(pieces: Iterable<Uint8Array>): void {
    checkIterable(pieces, "writelines() takes a list of bytes");
    for (const piece of pieces) {
      this.write(piece);
    }
  }

  /**
   * Waits while more than 64 KiB wait to be sent, until 16 KiB are left. Does not wait otherwise.
   *
   * @throws ConnectionResetError when the connection is lost, or the error that broke it.
   */
  *drain(): Coroutine<void> {
    const error = this.#reader?.exception();
    if (error !== undefined) {
      throw error;
    }
    if (this.#transport.isClosing()) {
      yield;
    }
    this.#protocol.checkConnected();
    if (this.#protocol.paused) {
      yield* this.#protocol.resumed();
    }
  }

  /** Closes both directions, once what was written has been sent. Wait for that with `waitClosed()`. */
  close(): void {
    this.#transport.close();
  }

  /** Whether it is closed, or about to be. */
  isClosing(): boolean {
    return this.#transport.isClosing();
  }

  /**
   * Waits until the connection is closed.
   *
   * @throws The error that broke the connection, if one did.
   */
  *waitClosed(): Coroutine<void> {
    yield* this.#protocol.closed();
  }

  /** Whether one direction can be closed alone: not with TLS. */
  canWriteEof(): boolean {
    return this.#transport.canWriteEof();
  }

  /**
   * Closes this direction, once what was written has been sent: the peer reads to the end, and can still answer.
   *
   * @throws RuntimeError with TLS, which cannot do that.
   */
  writeEof(): void {
    this.#transport.writeEof();
  }

  /**
   * What is known about the connection, or the fallback.
   *
   * @see Python's `asyncio.BaseTransport.get_extra_info()`
   */
  getExtraInfo<K extends keyof ExtraInfo>(name: K): ExtraInfo[K] | undefined;
  getExtraInfo<K extends keyof ExtraInfo, D>(name: K, fallback: D): ExtraInfo[K] | D;
  getExtraInfo<K extends keyof ExtraInfo>(name: K, fallback?: unknown): unknown {
    return this.#transport.getExtraInfo(name) ?? fallback;
  }
}
