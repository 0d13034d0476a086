/// <reference lib="dom" />
/**
 * Makes the frame in which the worker of a run lives. `allow-scripts` alone gives it an opaque origin: no
 * storage, no cookies, no way to the page. Its policy lets it fetch from the site's own host and nowhere else, and run no
 * script but its own, known by its hash, and those that it makes itself.
 */
export function createFrame(script: string, hash: string): HTMLIFrameElement {
  const policy = [
    "default-src 'none'",
    `script-src ${hash} blob:`,
    "worker-src blob:",
    `connect-src ${location.origin}`,
  ].join("; ");
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.title = "runner";
  frame.srcdoc = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${script}</script>`;
  document.body.append(frame);
  return frame;
}
