import type { Network } from "../network.ts";
import { MemoryNetwork } from "./memory-network.ts";

/** The network of a host that has no sockets. */
export const network: Network = new MemoryNetwork();
export { readStdin } from "./no-stdin.ts";
