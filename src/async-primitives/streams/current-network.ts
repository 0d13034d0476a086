import { network as hostNetwork } from "#network";
import type { Network } from "./network.ts";

let current: Network = hostNetwork;

/** The network that new connections are made on. */
export function currentNetwork(): Network {
  return current;
}

/** Makes new connections on another network; answers with a function that brings the host's back. */
export function replaceNetwork(network: Network): () => void {
  current = network;
  return () => {
    if (current === network) {
      current = hostNetwork;
    }
  };
}
