import { isIP, type Socket } from "node:net";
import { connect, createServer, type TLSSocket } from "node:tls";
import type { Coroutine } from "../../coroutine.ts";
import { fromHostError } from "../../errors/node/host-error.ts";
import { ConnectionAbortedError } from "../../errors/os-error.ts";
import type { EventLoop } from "../../event-loop.ts";
import type { StartTlsOptions } from "../transport.ts";
import { toNodeTls } from "./tls-context.ts";

/** How long the other side may take to agree on a secure connection, in seconds: as in asyncio. */
const handshakeTimeout = 60;
const tooSlow = `The peer has not agreed on a secure connection within ${handshakeTimeout} seconds`;

/** Begins to secure a plain socket, and tells of the secure one, or of what has failed. */
type BeginTls = (plain: Socket, done: (socket: TLSSocket) => void, fail: (error: Error) => void) => void;

/**
 * Looks at what secures a connection while the connection is whole.
 *
 * @throws TypeError when certificates or keys are neither text nor bytes.
 * @throws SSLError when they cannot be used.
 */
export function prepareTls({ ssl, serverSide, serverHostname }: StartTlsOptions): BeginTls {
  const options = toNodeTls(ssl);
  if (serverSide) {
    return (plain, done, fail) => {
      // A server that listens nowhere: it looks at the certificates of clients too, which a socket by itself does not.
      const server = createServer(options);
      server.once("secureConnection", done).on("tlsClientError", fail).emit("connection", plain);
    };
  }
  const hasName = serverHostname !== undefined && isIP(serverHostname) === 0;
  return (plain, done, fail) => {
    const host = serverHostname ?? "";
    const socket = connect({
      socket: plain,
      host,
      ...options,
      ...(hasName && { servername: serverHostname }),
    });
    socket.once("secureConnect", () => done(socket.off("error", fail)));
    socket.once("error", fail);
  };
}

/**
 * Waits until both sides have agreed.
 *
 * @param use Is given the secure socket in the same turn of the host: the peer may have closed it by the next.
 */
export function* secured(
  loop: EventLoop,
  plain: Socket,
  begin: BeginTls,
  use: (socket: TLSSocket) => void,
): Coroutine<void> {
  const agreed = loop.createFuture<void>();
  const settle = (outcome: () => void) => {
    if (!agreed.done() && !loop.isClosed()) {
      outcome();
    }
  };
  const fail = (error: Error) => settle(() => agreed.setException(fromHostError(error, "the connection")));
  const onClose = () => fail(Object.assign(new Error("closed"), { code: "ECONNRESET" }));
  plain.once("close", onClose);
  const timer = loop.callLater(handshakeTimeout, () =>
    settle(() => agreed.setException(new ConnectionAbortedError(tooSlow))),
  );
  // TLS cannot close one direction alone: a peer that goes away in the midst of the handshake is gone.
  plain.allowHalfOpen = false;
  const succeed = (socket: TLSSocket) =>
    settle(() => {
      use(socket);
      agreed.setResult();
    });
  begin(plain, succeed, fail);
  try {
    yield* agreed;
  } finally {
    timer.cancel();
    plain.off("close", onClose);
  }
}
