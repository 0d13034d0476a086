/// <reference lib="dom" />

/** The policy of a frame whose script has the hash: no script but that and those that it makes itself. */
export function framePolicy(hash: string): string {
  return policyOf([`script-src ${hash} blob:`, `connect-src ${location.origin}`]);
}

/** That of the frame for Python: it may compile WebAssembly, which CPython is, and asks nobody for anything. */
export function pythonFramePolicy(hash: string): string {
  return policyOf([`script-src ${hash} blob: 'wasm-unsafe-eval'`]);
}

function policyOf(directives: readonly string[]): string {
  return ["default-src 'none'", "worker-src blob:", ...directives].join("; ");
}

/**
 * Makes the frame in which the worker of a run lives. `allow-scripts` alone gives it an opaque origin: no
 * storage, no cookies, no way to the page.
 */
export function createFrame(script: string, policy: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.title = "runner";
  frame.srcdoc = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${script}</script>`;
  document.body.append(frame);
  return frame;
}
