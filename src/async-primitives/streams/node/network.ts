import type { Network } from "../network.ts";
import { SocketNetwork } from "./socket-network.ts";

/** The network of Node. */
export const network: Network = new SocketNetwork();
export { readStdin } from "./stdin.ts";
