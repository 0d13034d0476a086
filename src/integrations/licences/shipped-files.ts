/**
 * The files that end up in what readers download. The build's plugins add to it and pages read it; a page is bundled
 * apart from the plugins, so that they meet at a symbol of the process.
 */
const meeting = Symbol.for("asyncio-ts.shipped-files");

export function shippedFiles(): Set<string> {
  const world = globalThis as { [meeting]?: Set<string> };
  world[meeting] ??= new Set();
  return world[meeting];
}
