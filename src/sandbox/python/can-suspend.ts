/**
 * Whether the browser can suspend WebAssembly, and go on with it later: then CPython waits in the middle of a program, and its
 * worker hears meanwhile what the reader wants.
 */
export function canSuspend(): boolean {
  return "promising" in WebAssembly;
}
