import type { Coroutine } from "../coroutine.ts";
import type { EventLoop } from "../event-loop.ts";
import type { Address, Endpoint } from "./address.ts";
import type { TlsOptions } from "./tls-options.ts";
import type { Protocol, Transport } from "./transport.ts";

export interface ConnectOptions {
  readonly ssl: boolean | TlsOptions | undefined;
  /** The name that the server's certificate must bear. */
  readonly serverHostname: string | undefined;
}

export interface ListenOptions {
  readonly ssl: TlsOptions | undefined;
  /** How many connections may wait to be accepted. */
  readonly backlog: number;
  /** Whether others may listen at the same port. */
  readonly reusePort: boolean;
}

/** An endpoint that accepts connections. */
export interface Listener {
  readonly address: Address;
  /** Accepts no more. */
  close(): void;
}

/** What streams run over: the host's sockets, or a network in memory. */
export interface Network {
  connect(
    loop: EventLoop,
    endpoint: Endpoint,
    options: ConnectOptions,
    protocol: Protocol,
  ): Coroutine<Transport>;
  /** Listens at every address that the endpoint stands for. An empty host stands for all of this machine's. */
  listen(
    loop: EventLoop,
    endpoint: Endpoint,
    options: ListenOptions,
    createProtocol: () => Protocol,
  ): Coroutine<Listener[]>;
}
