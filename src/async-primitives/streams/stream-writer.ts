import type { Coroutine } from "../coroutine.ts";
import { checkOptions } from "../errors/check-options.ts";
import { guardMethods } from "../errors/guard-methods.ts";
import { listItems } from "../errors/list-items.ts";
import { checkName } from "./address.ts";
import type { StreamProtocol } from "./stream-protocol.ts";
import type { StreamReader } from "./stream-reader.ts";
import type { TlsOptions } from "./tls-options.ts";
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
  static {
    guardMethods(StreamWriter, "StreamWriter", (value) => #transport in value);
  }

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
    this.#transport.write(data);
  }

  /**
   * Sends several pieces, one after the other.
   *
   * @throws TypeError when one of them is not a Uint8Array.
   * @throws RuntimeError after `writeEof()`.
   */
  writelines(pieces: Iterable<Uint8Array>): void {
    for (const piece of listItems(pieces, "writelines() takes a list of bytes")) {
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
   * Secures the connection from here on, once what was written has been sent: what mail servers and databases do when both
   * sides have agreed on it. The side that has accepted the connection shows its certificate; `serverHostname` is the name that
   * this must bear, and a client has to say it.
   *
   * @param ssl A server needs a certificate and its key; `true` trusts the usual authorities.
   * @throws SSLCertVerificationError when the server cannot prove who it is.
   * @throws SSLError when the peer does not agree, or a certificate or a key of ours cannot be used. The connection is lost
   *   after either.
   * @throws RangeError when a client does not say who the server is.
   * @throws NotImplementedError on a network in memory.
   * @see Python's `asyncio.StreamWriter.start_tls()`
   */
  *startTls(ssl: true | TlsOptions, options: { serverHostname?: string | undefined } = {}): Coroutine<void> {
    checkOptions(options, "startTls()");
    const { serverSide } = this.#protocol;
    const { serverHostname } = options;
    checkSsl(ssl, serverSide);
    if (serverHostname !== undefined) {
      checkName(serverHostname, "a name as serverHostname", "startTls");
    } else if (!serverSide && (ssl === true || ssl.rejectUnauthorized !== false)) {
      throw new RangeError(
        "startTls() needs the name that the server's certificate must bear: startTls(ssl, { serverHostname })",
      );
    }
    yield* this.drain();
    const takeUnread = () => this.#protocol.takeUnread();
    yield* this.#transport.startTls({ ssl, serverSide, serverHostname, takeUnread });
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

function checkSsl(ssl: true | TlsOptions, serverSide: boolean): void {
  if (ssl === true && !serverSide) {
    return;
  }
  checkOptions(
    ssl,
    "startTls()",
    serverSide ? "a certificate and its key" : "true or what secures the connection",
  );
  const { cert, key } = ssl as TlsOptions;
  if (serverSide && (cert === undefined || key === undefined)) {
    throw new TypeError("startTls() of a server needs a certificate and its key: startTls({ cert, key })");
  }
}
