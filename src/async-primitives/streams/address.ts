import { describe } from "../errors/describe.ts";
/**
 * Where an end of a connection is: host and port, or the path of a Unix socket (empty for a client's end).
 *
 * @group Stream options and transports
 * @see Python's socket address families
 */
export type Address = InetAddress | string;

/**
 * A host, as its numeric address, and a port.
 *
 * @group Stream options and transports
 */
export type InetAddress = readonly [host: string, port: number];

/** What to connect to, or to listen at. */
export type Endpoint =
  | { readonly host: string; readonly port: number; readonly path?: undefined }
  | { readonly path: string };

/** Names an endpoint in the message of an error. */
export function describeEndpoint(endpoint: Endpoint): string {
  if (endpoint.path !== undefined) {
    return endpoint.path;
  }
  const { host, port } = endpoint;
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

/** @throws RangeError when it is not a port. */
export function checkPort(port: unknown, caller: string): asserts port is number {
  if (Number.isInteger(port) && (port as number) >= 0 && (port as number) <= 65535) {
    return;
  }
  throw new RangeError(`${caller}() takes a port, a whole number from 0 to 65535, got ${describe(port)}`);
}

/** @throws TypeError when it is not a host or a path. */
export function checkName(name: unknown, what: string, caller: string): asserts name is string {
  if (typeof name === "string" && name !== "") {
    return;
  }
  throw new TypeError(`${caller}() takes ${what}, a string that is not empty, got ${describe(name)}`);
}
