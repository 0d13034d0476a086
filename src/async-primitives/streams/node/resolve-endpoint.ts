import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { Coroutine } from "../../coroutine.ts";
import { fromHostError } from "../../errors/node/host-error.ts";
import { fromPromise } from "../../futures/from-promise.ts";
import { describeEndpoint, type Endpoint } from "../address.ts";

/** Every address of this machine, of either version of IP. */
const everyHost = ["0.0.0.0", "::"];

/** One endpoint for each numeric address that a host name stands for. */
export function* resolveEndpoint(endpoint: Endpoint): Coroutine<Endpoint[]> {
  if (endpoint.path !== undefined || isIP(endpoint.host) !== 0) {
    return [endpoint];
  }
  const { host, port } = endpoint;
  const hosts = host === "" ? everyHost : yield* lookUp(endpoint, host);
  return hosts.map((each) => ({ host: each, port }));
}

function* lookUp(endpoint: Endpoint, host: string): Coroutine<string[]> {
  try {
    const found = yield* fromPromise(lookup(host, { all: true }));
    return [...new Set(found.map(({ address }) => address))];
  } catch (error) {
    throw error instanceof Error && "hostname" in error
      ? fromHostError(error, describeEndpoint(endpoint))
      : error;
  }
}
