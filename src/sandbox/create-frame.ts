/// <reference lib="dom" />
/**
 * Makes the frame in which the worker of a run lives. `allow-scripts` alone gives it an opaque origin: no
 * storage, no cookies, no way to the page. Its policy lets it fetch from the site's own host and nowhere else.
 */
export function createFrame(script: string): HTMLIFrameElement {
  const policy = [
    "default-src 'none'",
    "script-src 'unsafe-inline' blob:",
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
