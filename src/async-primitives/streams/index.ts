export { NotImplementedError } from "../errors/not-implemented-error.ts";
export * from "../errors/os-error.ts";
export type { Address, InetAddress } from "./address.ts";
export {
  type ConnectionOptions,
  openConnection,
  openUnixConnection,
} from "./open-connection.ts";
export { openStdin } from "./open-stdin.ts";
export type { ClientConnected } from "./served-connection.ts";
export type { ListeningSocket, Server } from "./server.ts";
export { simulateNetwork } from "./simulate-network.ts";
export { type ServerOptions, startServer, startUnixServer, type TcpServerOptions } from "./start-server.ts";
export { type ReadTransport, StreamReader, type StreamReaderOptions } from "./stream-reader.ts";
export type { StreamWriter } from "./stream-writer.ts";
export type { Pem, TlsOptions } from "./tls-options.ts";
export type { ExtraInfo, Transport, WriteBufferLimits } from "./transport.ts";
