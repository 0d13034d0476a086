/**
 * The files that end up in what readers download. The build's plugins add to it and pages read it; it is shared through
 * `globalThis`, because Astro bundles pages apart from the plugins, with a copy of this module of their own.
 */
const key = Symbol.for("asyncio-ts.shipped-files");

export function shippedFiles(): Set<string> {
  const shared = globalThis as { [key]?: Set<string> };
  shared[key] ??= new Set();
  return shared[key];
}
