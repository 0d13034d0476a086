import { NotImplementedError } from "../../errors/not-implemented-error.ts";

/** @throws NotImplementedError always: a network in memory keeps no secrets from anybody. */
export function refuseTls(): never {
  throw new NotImplementedError(
    "TLS needs real sockets, which only Node has. On a network in memory leave out the `ssl` option",
  );
}
