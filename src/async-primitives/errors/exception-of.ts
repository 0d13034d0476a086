import { describe } from "./describe.ts";

/**
 * What something failed with. JavaScript can throw nothing at all, and a failure without an exception would look like
 * a success; and it can throw a proxy that was revoked, on which whoever looks at it fails. An explanation takes its place.
 */
export function exceptionOf(failed: string, thrown: unknown): unknown {
  try {
    void (thrown as Error).name;
    return thrown;
  } catch {
    return new TypeError(`A ${failed} failed with ${describe(thrown)}: throw an Error`);
  }
}
