/**
 * Makes a thing once, whoever asks first. A part of the build is loaded twice: by Node, for what the build adds to Astro, and
 * bundled, for the pages. What is to be one for both meets at a symbol of the process.
 *
 * @param name Of the thing, in words that no other thing has.
 */
export function oncePerProcess<T>(name: string, make: () => T): T {
  const symbol = Symbol.for(`asyncio-ts.${name}`);
  const world = globalThis as { [thing: symbol]: { readonly made: T } | undefined };
  world[symbol] ??= { made: make() };
  return world[symbol].made;
}
