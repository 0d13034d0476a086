import { lstatSync, unlinkSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { Coroutine } from "../../coroutine.ts";
import { fromHostError } from "../../errors/node/host-error.ts";
import { NotImplementedError } from "../../errors/not-implemented-error.ts";
import type { EventLoop } from "../../event-loop.ts";
import { describeEndpoint, type Endpoint } from "../address.ts";
import type { Listener, ListenOptions } from "../network.ts";
import type { Protocol } from "../transport.ts";
import { addressOf, namesOf, SocketTransport } from "./socket-transport.ts";
import { toNodeTls } from "./tls-context.ts";

/** How long a client may take to agree on a secure connection, in milliseconds: as in asyncio. */
const handshakeTimeoutMs = 60_000;

/** Listens at one address. Answers with nothing where the machine does not speak this version of IP. */
export function* listenAt(
  loop: EventLoop,
  endpoint: Endpoint,
  options: ListenOptions,
  createProtocol: () => Protocol,
): Coroutine<Listener | undefined> {
  const server = options.ssl
    ? createTlsServer({ ...toNodeTls(options.ssl), noDelay: true, handshakeTimeout: handshakeTimeoutMs })
    : createServer({ allowHalfOpen: true, noDelay: true });
  const path = endpoint.path === undefined ? undefined : { own: endpoint.path, peer: "" };
  server.on(options.ssl ? "secureConnection" : "connection", (socket: Socket) => {
    if (loop.isClosed()) {
      socket.destroy();
    } else {
      new SocketTransport(loop, socket, createProtocol(), namesOf(socket, path));
    }
  });
  return yield* bound(loop, server, endpoint, options);
}

function* bound(
  loop: EventLoop,
  server: Server,
  endpoint: Endpoint,
  options: ListenOptions,
): Coroutine<Listener | undefined> {
  const listening = loop.createFuture<void>();
  const resource = { release: () => void server.close() };
  loop.resources.add(resource);
  const settle = (error?: Error) => {
    if (listening.done() || loop.isClosed()) {
      return;
    }
    if (error === undefined) {
      listening.setResult();
    } else {
      listening.setException(error);
    }
  };
  server.once("listening", () => settle());
  server.on("error", settle);
  try {
    listen(server, endpoint, options);
    yield* listening;
  } catch (error) {
    server.close();
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (isMissingVersion(endpoint, code)) {
      return undefined;
    }
    throw code === undefined ? error : fromHostError(error as Error, describeEndpoint(endpoint));
  } finally {
    loop.resources.delete(resource);
  }
  return listenerOf(loop, server);
}

function listen(server: Server, endpoint: Endpoint, { backlog, reusePort }: ListenOptions): void {
  if (endpoint.path === undefined) {
    const { host, port } = endpoint;
    server.listen({ host, port, backlog, ipv6Only: host === "::", ...(reusePort && sharedPort()) });
  } else {
    removeStaleSocket(endpoint.path);
    server.listen({ path: endpoint.path, backlog });
  }
}

/** @throws NotImplementedError where the host takes no heed of it, and the second server would fail. */
function sharedPort(): { reusePort: true } {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 12) || process.versions.bun || process.versions.deno) {
    throw new NotImplementedError("reusePort needs Node 22.12 or newer: leave it out");
  }
  return { reusePort: true };
}

function removeStaleSocket(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSocket()) {
    unlinkSync(path);
  }
}

function isMissingVersion(endpoint: Endpoint, code: unknown): boolean {
  const isVersion6 = endpoint.path === undefined && endpoint.host.includes(":");
  return isVersion6 && (code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT");
}

function listenerOf(loop: EventLoop, server: Server): Listener {
  const sockets = trackSockets(server);
  const listener = {
    address: addressOf(server.address()),
    close() {
      server.close();
      loop.resources.delete(listener);
    },
    release() {
      server.close();
      for (const socket of sockets) {
        socket.destroy();
      }
    },
  };
  loop.resources.add(listener);
  return listener;
}

/** Its sockets, also those that have not agreed on a secure connection yet. */
function trackSockets(server: Server): Set<Socket> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return sockets;
}
