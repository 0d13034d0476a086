import { copyContext } from "../context-var.ts";
import type { Coroutine } from "../coroutine.ts";
import { checkFlag } from "../errors/check-flag.ts";
import { checkOptions } from "../errors/check-options.ts";
import { checkType } from "../errors/check-type.ts";
import { checkWholeNumber } from "../errors/check-whole-number.ts";
import { isArray } from "../errors/look-up.ts";
import { getRunningLoop } from "../event-loop.ts";
import { type Address, checkName, checkPort, type Endpoint, type InetAddress } from "./address.ts";
import { currentNetwork } from "./current-network.ts";
import { type ClientConnected, ServedConnection } from "./served-connection.ts";
import { Server } from "./server.ts";
import { checkLimit, StreamReader } from "./stream-reader.ts";
import type { TlsOptions } from "./tls-options.ts";

/**
 * What a server is made with.
 *
 * @group Stream options and transports
 */
export interface ServerOptions {
  /** Of each reader: the longest line it takes, in bytes. 64 KiB if left out. */
  limit?: number | undefined;
  /** How many connections may wait to be accepted; 100 if left out. */
  backlog?: number | undefined;
  /** Secures the connections, with a certificate and its key. */
  ssl?: TlsOptions | undefined;
  /** Whether it listens at once; `server.startServing()` or `server.serveForever()` begins if not. True if left out. */
  startServing?: boolean | undefined;
}

/**
 * What a server of TCP connections is made with.
 *
 * @group Stream options and transports
 */
export interface TcpServerOptions extends ServerOptions {
  /**
   * Lets several processes listen at the same port, between which the system divides the connections. In Node from 22.12 on,
   * and where the system has it, as Linux does.
   */
  reusePort?: boolean | undefined;
}

/**
 * Listens for TCP connections, and serves each with the function: if that is a coroutine function, in a task.
 * A handler closes its writer when it is through; one that fails is reported, and its connection closed.
 *
 * @param host Where to listen, or several of them; `undefined` for every address of this machine.
 * @param port 0 lets the system choose: ask `server.sockets[0].getsockname()`.
 * @throws OSError when the address is in use, or is not of this machine.
 * @throws SSLError when the certificate or its key cannot be used.
 * @throws RangeError when the port is not one, or the limit not more than 0.
 * @throws NotImplementedError when `reusePort` is asked for where there is none.
 * @group Streams
 * @see Python's `asyncio.start_server()`
 * @example
 * function* echo(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
 *   for (let line = yield* reader.readline(); line.length > 0; line = yield* reader.readline()) {
 *     writer.write(line);
 *     yield* writer.drain();
 *   }
 *   writer.close();
 * }
 *
 * function* main(): Coroutine<void> {
 *   const server = yield* startServer(echo, "127.0.0.1", 0);
 *   console.log(server.isServing()); // true
 *   server.close();
 *   yield* server.waitClosed();
 * }
 *
 * await run(main());
 */
export function* startServer(
  clientConnected: ClientConnected,
  host: string | readonly string[] | undefined,
  port: number,
  options: TcpServerOptions = {},
): Coroutine<Server<InetAddress>> {
  checkPort(port, "startServer");
  const hosts = host === undefined || host === "" ? [] : isArray(host) ? [...host] : [host];
  for (const each of hosts) {
    checkName(each, "a host", "startServer");
  }
  const endpoints = hosts.length === 0 ? [{ host: "", port }] : hosts.map((each) => ({ host: each, port }));
  checkOptions(options, "startServer()");
  const { reusePort = false } = options;
  checkFlag(reusePort, "startServer() takes reusePort");
  return yield* serve(clientConnected, endpoints, options, "startServer", reusePort);
}

/**
 * Listens for connections at a Unix socket, and serves each as `startServer` does. Takes the place of a socket
 * that an earlier server left behind.
 *
 * @throws OSError when the path is in use by something else.
 * @group Streams
 * @see Python's `asyncio.start_unix_server()`
 * @example
 * function* greet(_reader: StreamReader, writer: StreamWriter): Coroutine<void> {
 *   writer.write(new TextEncoder().encode("hello"));
 *   writer.close();
 * }
 *
 * await run(
 *   (function* (): Coroutine<void> {
 *     const server = yield* startUnixServer(greet, "greeter.sock");
 *     const [reader, writer] = yield* openUnixConnection("greeter.sock");
 *     console.log(new TextDecoder().decode(yield* reader.read())); // hello
 *     writer.close();
 *     server.close();
 *   })(),
 * );
 */
export function* startUnixServer(
  clientConnected: ClientConnected,
  path: string,
  options: ServerOptions = {},
): Coroutine<Server<string>> {
  checkName(path, "the path of a Unix socket", "startUnixServer");
  return yield* serve(clientConnected, [{ path }], options, "startUnixServer");
}

function* serve<A extends Address>(
  clientConnected: ClientConnected,
  endpoints: readonly Endpoint[],
  options: ServerOptions,
  caller: string,
  reusePort = false,
): Coroutine<Server<A>> {
  checkOptions(options, `${caller}()`);
  const { limit, backlog = 100, ssl, startServing = true } = options;
  checkFlag(startServing, `${caller}() takes startServing`);
  checkWholeNumber(backlog, `${caller}() takes how many may wait as backlog`, 0);
  // A reader is made for each client, and would be the first to say so.
  if (limit !== undefined) {
    checkLimit(limit);
  }
  checkType(
    clientConnected,
    "function",
    `${caller}() takes a function that serves a client with a reader and a writer`,
  );
  if (ssl !== undefined) {
    checkOptions(ssl, `${caller}()`, "a certificate and its key as ssl");
  }
  if (ssl !== undefined && (ssl.cert === undefined || ssl.key === undefined)) {
    throw new TypeError(`${caller}() with ssl needs a certificate and its key: { ssl: { cert, key } }`);
  }
  const network = currentNetwork();
  function* listen(): Coroutine<void> {
    for (const endpoint of endpoints) {
      server.listenAt(yield* network.listen(server.getLoop(), endpoint, { ssl, backlog, reusePort }, accept));
    }
  }
  const server = new Server<A>(getRunningLoop(), listen);
  const context = copyContext();
  const accept = () =>
    new ServedConnection(server, new StreamReader({ limit }), clientConnected, context.copy());
  if (startServing) {
    yield* server.startServing();
  }
  return server;
}
