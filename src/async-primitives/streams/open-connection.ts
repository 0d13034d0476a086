import type { Coroutine } from "../coroutine.ts";
import { checkOptions } from "../errors/check-options.ts";
import { describe } from "../errors/describe.ts";
import { getRunningLoop } from "../event-loop.ts";
import { checkName, checkPort, type Endpoint } from "./address.ts";
import { currentNetwork } from "./current-network.ts";
import { StreamProtocol } from "./stream-protocol.ts";
import { StreamReader } from "./stream-reader.ts";
import { StreamWriter } from "./stream-writer.ts";
import type { TlsOptions } from "./tls-options.ts";

/**
 * What a connection is made with.
 *
 * @group Stream options and transports
 */
export interface ConnectionOptions {
  /** Of the reader: the longest line it takes, in bytes. 64 KiB if left out. */
  limit?: number | undefined;
  /** Secures the connection; `true` trusts the usual authorities. */
  ssl?: boolean | TlsOptions | undefined;
  /** The name that the server's certificate must bear; the host if left out, which a Unix socket does not have. */
  serverHostname?: string | undefined;
}

/**
 * Connects to a server over TCP.
 *
 * @returns The two ends of the connection that this side has: one to read from, one to write to.
 * @throws ConnectionRefusedError when nobody listens there.
 * @throws GaiError when no host goes by that name.
 * @throws SSLCertVerificationError when the server cannot prove who it is.
 * @throws SSLError when a certificate or a key of ours cannot be used.
 * @throws RangeError when the port is not one.
 * @group Streams
 * @see Python's `asyncio.open_connection()`
 * @example
 * function* shout(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
 *   const line = new TextDecoder().decode(yield* reader.readline());
 *   writer.write(new TextEncoder().encode(line.toUpperCase()));
 *   writer.close();
 * }
 *
 * function* main(): Coroutine<void> {
 *   const server = yield* startServer(shout, "127.0.0.1", 0);
 *   const [host, port] = server.sockets[0].getsockname();
 *   const [reader, writer] = yield* openConnection(host, port);
 *   writer.write(new TextEncoder().encode("hello\n"));
 *   console.log(new TextDecoder().decode(yield* reader.readline()).trim()); // HELLO
 *   writer.close();
 *   server.close();
 * }
 *
 * await run(main());
 */
export function* openConnection(
  host: string,
  port: number,
  options: ConnectionOptions = {},
): Coroutine<[StreamReader, StreamWriter]> {
  checkName(host, "a host", "openConnection");
  checkPort(port, "openConnection");
  checkOptions(options, "openConnection()");
  return yield* connect({ host, port }, { serverHostname: host, ...options });
}

/**
 * Connects to a server over a Unix socket.
 *
 * @returns The two ends of the connection that this side has: one to read from, one to write to.
 * @throws FileNotFoundError when there is no such socket.
 * @throws ConnectionRefusedError when nobody listens there any more.
 * @throws RangeError when it is to be secured, and does not say who the server is.
 * @group Streams
 * @see Python's `asyncio.open_unix_connection()`
 * @example
 * function* count(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
 *   const received = yield* reader.read();
 *   writer.write(new TextEncoder().encode(`${received.length} bytes`));
 *   writer.close();
 * }
 *
 * await run(
 *   (function* (): Coroutine<void> {
 *     const server = yield* startUnixServer(count, "counter.sock");
 *     const [reader, writer] = yield* openUnixConnection("counter.sock");
 *     writer.write(new Uint8Array(1000));
 *     writer.writeEof();
 *     console.log(new TextDecoder().decode(yield* reader.read())); // 1000 bytes
 *     writer.close();
 *     server.close();
 *   })(),
 * );
 */
export function* openUnixConnection(
  path: string,
  options: ConnectionOptions = {},
): Coroutine<[StreamReader, StreamWriter]> {
  checkName(path, "the path of a Unix socket", "openUnixConnection");
  checkOptions(options, "openUnixConnection()");
  return yield* connect({ path }, options);
}

function* connect(
  endpoint: Endpoint,
  { limit, ssl, serverHostname }: ConnectionOptions,
): Coroutine<[StreamReader, StreamWriter]> {
  if (ssl != null && typeof ssl !== "boolean" && typeof ssl !== "object") {
    throw new TypeError(`ssl takes true or an object with what secures the connection, got ${describe(ssl)}`);
  }
  if (serverHostname !== undefined) {
    checkName(serverHostname, "a name as serverHostname", "openConnection");
  } else if (endpoint.path !== undefined && ssl && (ssl === true || ssl.rejectUnauthorized !== false)) {
    // A path is no name, and Node would look for `localhost` then.
    throw new RangeError(
      "openUnixConnection() needs the name that the server's certificate must bear: openUnixConnection(path, { ssl, serverHostname })",
    );
  }
  const loop = getRunningLoop();
  const reader = new StreamReader({ limit });
  const protocol = new StreamProtocol(loop, reader);
  const transport = yield* currentNetwork().connect(loop, endpoint, { ssl, serverHostname }, protocol);
  return [reader, new StreamWriter(transport, protocol, reader)];
}
