import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe } from "vitest";
import {
  type ClientConnected,
  type Coroutine,
  type InetAddress,
  openConnection,
  type Server,
  type ServerOptions,
  type StreamReader,
  type StreamWriter,
  simulateNetwork,
  startServer,
} from "../../index.ts";

const networks = [
  { name: "the sockets of Node", use: () => () => {} },
  { name: "a network in memory", use: () => simulateNetwork() },
];

/** The same tests over real sockets and over a network in memory. */
export function describeOverBothNetworks(title: string, define: () => void): void {
  describe.each(networks)(`${title}, over $name`, ({ use }) => {
    let restore = () => {};
    beforeEach(() => {
      restore = use();
    });
    afterEach(() => restore());
    define();
  });
}

export type Ends = readonly [reader: StreamReader, writer: StreamWriter];

/** Starts a server that serves with the first function, and runs the second against it. */
export function* withServer<T>(
  serve: ClientConnected,
  use: (address: InetAddress, server: Server<InetAddress>) => Coroutine<T>,
  options?: ServerOptions,
): Coroutine<T> {
  const server = yield* startServer(serve, "127.0.0.1", 0, options);
  return yield* server.with(() => use(server.sockets[0].getsockname(), server));
}

/** Both ends of one connection: the server's, then the client's. Closes what is left of them. */
export function* withConnection<T>(
  use: (served: Ends, client: Ends) => Coroutine<T>,
  options?: ServerOptions,
): Coroutine<T> {
  const accepted: Ends[] = [];
  const server = yield* startServer(
    (...ends: Ends) => {
      accepted.push(ends);
    },
    "127.0.0.1",
    0,
    options,
  );
  const client = yield* openConnection(...server.sockets[0].getsockname(), options as { limit?: number });
  while (accepted.length === 0) {
    yield;
  }
  const [served] = accepted as [Ends];
  try {
    return yield* use(served, client);
  } finally {
    served[1].transport.abort();
    client[1].transport.abort();
    server.close();
    yield* server.waitClosed();
  }
}

export function* echo(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  for (let data = yield* reader.read(65536); data.length > 0; data = yield* reader.read(65536)) {
    writer.write(data);
    yield* writer.drain();
  }
  writer.close();
  yield* writer.waitClosed();
}

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
export const decode = (data: Uint8Array): string => new TextDecoder().decode(data);

let paths = 0;
/** The path of a Unix socket that nothing else uses. */
export function freshPath(): string {
  return join(tmpdir(), `asyncio-ts-${process.pid}-${++paths}.sock`);
}
