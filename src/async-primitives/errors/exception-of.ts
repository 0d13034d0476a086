/**
 * What something failed with. JavaScript can throw nothing at all, and a failure without an exception would look like
 * a success: an explanation takes its place.
 */
export function exceptionOf(failed: string, thrown: unknown): unknown {
  return thrown ?? new TypeError(`A ${failed} failed with ${thrown}: throw an Error`);
}
