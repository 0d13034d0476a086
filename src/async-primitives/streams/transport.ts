import type { Coroutine } from "../coroutine.ts";
import type { Address } from "./address.ts";
import type { TlsOptions } from "./tls-options.ts";

/**
 * How much may wait to be sent before `drain()` waits, and how little must be left before it goes on.
 *
 * @group Stream options and transports
 */
export interface WriteBufferLimits {
  /** In bytes; 64 KiB if left out. */
  high?: number | undefined;
  /** In bytes; a quarter of `high` if left out. */
  low?: number | undefined;
}

/**
 * What `getExtraInfo` can be asked for.
 *
 * @group Stream options and transports
 */
export interface ExtraInfo {
  /** The address of the other end. */
  peername: Address;
  /** The address of this end. */
  sockname: Address;
  /** The host's own socket: a `net.Socket` of Node, or the end of an in-memory connection. */
  socket: { resetAndDestroy(): unknown };
  /** Of a TLS connection, the cipher in use: its name, the protocol and the number of secret bits. */
  cipher: readonly [name: string, protocol: string, bits: number | undefined];
  /** Of a TLS connection, the peer's certificate as the host describes it. */
  peercert: object;
}

/**
 * One end of a connection, as the host offers it: it takes bytes at once, keeps those that cannot leave yet,
 * and tells its protocol what happens.
 *
 * @group Stream options and transports
 * @see Python's `asyncio.Transport`
 */
export interface Transport {
  write(data: Uint8Array): void;
  /** Says that nothing more will be written; what comes from the peer is still received. */
  writeEof(): void;
  canWriteEof(): boolean;
  /** Sends what was written, then closes. */
  close(): void;
  /** Closes at once: what was written and not sent is lost. */
  abort(): void;
  isClosing(): boolean;
  pauseReading(): void;
  resumeReading(): void;
  /** How many bytes wait to be sent. */
  getWriteBufferSize(): number;
  setWriteBufferLimits(limits?: WriteBufferLimits): void;
  getExtraInfo<K extends keyof ExtraInfo>(name: K): ExtraInfo[K] | undefined;
  /** Secures the connection from here on, and waits until both sides have agreed on that. */
  startTls(options: StartTlsOptions): Coroutine<void>;
}

/** Which side of a connection secures it, and how. */
export interface StartTlsOptions {
  readonly ssl: boolean | TlsOptions;
  readonly serverSide: boolean;
  /** The name that the server's certificate must bear. */
  readonly serverHostname: string | undefined;
  /** What has come and nobody has read: a peer that did not wait for an answer has begun with this. */
  readonly takeUnread: () => Uint8Array;
}

/**
 * What a transport tells about its connection.
 *
 * @see Python's `asyncio.Protocol`
 */
export interface Protocol {
  connectionMade(transport: Transport): void;
  dataReceived(data: Uint8Array): void;
  eofReceived(): void;
  /** More waits to be sent than the high-water mark allows. */
  pauseWriting(): void;
  /** What waits to be sent is down to the low-water mark. */
  resumeWriting(): void;
  /** The last call: closed as it was asked to, or broken by an error. */
  connectionLost(error: Error | undefined): void;
}
