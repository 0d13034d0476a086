import { connect as connectSocket, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { Coroutine } from "../../coroutine.ts";
import { fromHostError } from "../../errors/node/host-error.ts";
import type { EventLoop } from "../../event-loop.ts";
import { describeEndpoint, type Endpoint } from "../address.ts";
import type { ConnectOptions, Listener, ListenOptions, Network } from "../network.ts";
import type { Protocol, Transport } from "../transport.ts";
import { listenAt } from "./listen-at.ts";
import { resolveEndpoint } from "./resolve-endpoint.ts";
import { namesOf, SocketTransport } from "./socket-transport.ts";
import { toNodeTls } from "./tls-context.ts";

/** The sockets of Node. */
export class SocketNetwork implements Network {
  *connect(
    loop: EventLoop,
    endpoint: Endpoint,
    options: ConnectOptions,
    protocol: Protocol,
  ): Coroutine<Transport> {
    const connected = loop.createFuture<Transport>();
    const socket = openSocket(endpoint, options, protocol);
    const resource = { release: () => void socket.destroy() };
    loop.resources.add(resource);
    const isWanted = () => !connected.done() && !loop.isClosed();
    const fail = (error: Error) => {
      if (isWanted()) {
        connected.setException(fromHostError(error, describeEndpoint(endpoint)));
      }
    };
    socket.on("error", fail);
    socket.once(options.ssl ? "secureConnect" : "connect", () => {
      if (!isWanted()) {
        return;
      }
      socket.off("error", fail);
      const path = endpoint.path === undefined ? undefined : { own: "", peer: endpoint.path };
      connected.setResult(new SocketTransport(loop, socket, protocol, namesOf(socket, path)));
    });
    try {
      return yield* connected;
    } catch (error) {
      socket.destroy();
      throw error;
    } finally {
      loop.resources.delete(resource);
    }
  }

  *listen(
    loop: EventLoop,
    endpoint: Endpoint,
    options: ListenOptions,
    createProtocol: () => Protocol,
  ): Coroutine<Listener[]> {
    const listeners: Listener[] = [];
    const endpoints = yield* resolveEndpoint(endpoint);
    try {
      for (const each of endpoints) {
        const listener = yield* listenAt(loop, each, options, createProtocol);
        if (listener !== undefined) {
          listeners.push(listener);
        }
      }
      return listeners;
    } catch (error) {
      for (const listener of listeners) {
        listener.close();
      }
      throw error;
    }
  }
}

/** What a socket receives before it is copied to its reader. They can share it: nothing else runs in between. */
const received = new Uint8Array(64 * 1024);

function openSocket(endpoint: Endpoint, { ssl, serverHostname }: ConnectOptions, protocol: Protocol): Socket {
  const where = endpoint.path === undefined ? { host: endpoint.host, port: endpoint.port } : endpoint;
  if (!ssl) {
    const onread = {
      buffer: received,
      callback(size: number, data: Uint8Array) {
        protocol.dataReceived(data.subarray(0, size));
        return true;
      },
    };
    return connectSocket({ ...where, allowHalfOpen: true, noDelay: true, onread });
  }
  const hasName = serverHostname !== undefined && serverHostname !== "" && isIP(serverHostname) === 0;
  const options = { ...toNodeTls(ssl), ...(hasName && { servername: serverHostname }) };
  const socket = connectTls({ ...where, ...options });
  socket.setNoDelay(true);
  return socket;
}
