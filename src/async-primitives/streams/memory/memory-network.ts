import type { Coroutine } from "../../coroutine.ts";
import { NotImplementedError } from "../../errors/not-implemented-error.ts";
import { ConnectionRefusedError, FileNotFoundError, GaiError, OSError } from "../../errors/os-error.ts";
import type { EventLoop } from "../../event-loop.ts";
import { sleep } from "../../tasks/sleep.ts";
import { type Address, describeEndpoint, type Endpoint } from "../address.ts";
import type { ConnectOptions, Listener, ListenOptions, Network } from "../network.ts";
import type { Protocol, Transport } from "../transport.ts";
import type { LinkOptions } from "./channel.ts";
import { MemoryTransport } from "./memory-transport.ts";
import { refuseTls } from "./refuse-tls.ts";

const firstFreePort = 49152;
const localhost = "127.0.0.1";
const ownHosts = new Set(["", "localhost", localhost, "0.0.0.0", "::", "::1"]);

interface MemoryListener extends Listener {
  readonly loop: EventLoop;
  readonly createProtocol: () => Protocol;
}

/** A network inside one program: it has the addresses that a server of the program listens at. */
export class MemoryNetwork implements Network {
  readonly #options: LinkOptions;
  readonly #listeners = new Map<string, MemoryListener>();
  #nextPort = firstFreePort;

  constructor(options: LinkOptions = {}) {
    checkLink(options);
    this.#options = options;
  }

  *connect(
    loop: EventLoop,
    endpoint: Endpoint,
    { ssl }: ConnectOptions,
    protocol: Protocol,
  ): Coroutine<Transport> {
    if (ssl) {
      refuseTls();
    }
    yield* this.#travel();
    const listener = this.#find(endpoint);
    if (listener === undefined) {
      yield* this.#travel();
      throw this.#nobodyAt(endpoint);
    }
    const transport = this.#join(loop, protocol, listener);
    try {
      yield* this.#travel();
    } catch (error) {
      transport.abort();
      throw error;
    }
    return transport;
  }

  *listen(
    loop: EventLoop,
    endpoint: Endpoint,
    { ssl, reusePort }: ListenOptions,
    createProtocol: () => Protocol,
  ): Coroutine<Listener[]> {
    if (ssl) {
      refuseTls();
    }
    if (reusePort) {
      throw new NotImplementedError("A network in memory has no second process: leave out `reusePort`");
    }
    const address = this.#chooseAddress(endpoint);
    const key = keyOf(address);
    if (this.#listeners.has(key)) {
      throw new OSError(`The address ${describeEndpoint(endpoint)} is in use: close the server that has it`, {
        code: "EADDRINUSE",
      });
    }
    const close = () => {
      this.#listeners.delete(key);
      loop.resources.delete(resource);
    };
    const resource = { release: close };
    const listener = { address, loop, createProtocol, close };
    this.#listeners.set(key, listener);
    loop.resources.add(resource);
    return [listener];
  }

  #join(loop: EventLoop, protocol: Protocol, { loop: serverLoop, createProtocol, address }: MemoryListener) {
    const clientAddress = typeof address === "string" ? "" : ([localhost, this.#takePort()] as const);
    const serverAddress = typeof address === "string" ? address : ([localhost, address[1]] as const);
    const client = new MemoryTransport(loop, protocol, clientAddress, serverAddress);
    const serverProtocol = createProtocol();
    const server = new MemoryTransport(serverLoop, serverProtocol, serverAddress, clientAddress);
    MemoryTransport.join(client, server, this.#options);
    protocol.connectionMade(client);
    serverProtocol.connectionMade(server);
    return client;
  }

  #travel(): Coroutine<void> {
    return sleep(this.#options.latency ?? 0);
  }

  #find(endpoint: Endpoint): MemoryListener | undefined {
    if (endpoint.path !== undefined) {
      return this.#listeners.get(endpoint.path);
    }
    return this.#listeners.get(keyOf([nameOf(endpoint.host), endpoint.port]));
  }

  #nobodyAt(endpoint: Endpoint): Error {
    const where = describeEndpoint(endpoint);
    if (endpoint.path !== undefined) {
      return new FileNotFoundError(`There is no socket at ${where}: start the server first`, {
        code: "ENOENT",
      });
    }
    if (ownHosts.has(endpoint.host)) {
      return new ConnectionRefusedError(
        `Nobody listens at ${where}: start the server first, and check the port`,
        { code: "ECONNREFUSED" },
      );
    }
    return new GaiError(
      `There is no host '${endpoint.host}' here: a network in memory has the hosts that a server of this program listens at`,
      { code: "ENOTFOUND" },
    );
  }

  #chooseAddress(endpoint: Endpoint): Address {
    if (endpoint.path !== undefined) {
      return endpoint.path;
    }
    const { host, port } = endpoint;
    return [nameOf(host), port === 0 ? this.#takePort() : port];
  }

  #takePort(): number {
    if (this.#nextPort > 65535) {
      this.#nextPort = firstFreePort;
    }
    const port = this.#nextPort++;
    return this.#listeners.has(keyOf([localhost, port])) ? this.#takePort() : port;
  }
}

function nameOf(host: string): string {
  return ownHosts.has(host) ? localhost : host;
}

function keyOf(address: Address): string {
  return typeof address === "string" ? address : address.join(":");
}

function checkLink({ latency = 0, bandwidth = 1 }: LinkOptions): void {
  if (!(latency >= 0)) {
    throw new RangeError(`A latency is in seconds, 0 or more, got ${latency}`);
  }
  if (!(bandwidth > 0)) {
    throw new RangeError(`A bandwidth is in bytes a second, more than 0, got ${bandwidth}`);
  }
}
