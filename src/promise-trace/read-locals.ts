import type { ReadLocals } from "./instrument.ts";
import { type KnownScopes, visibleNames } from "./visible-names.ts";

/** How much may be written into a module to read its variables, in UTF-16 units. Later waits are told without them. */
const mostWritten = 200_000;
/** What a wait costs at least, though nothing is seen there. */
const leastWritten = 50;

/**
 * Writes what hands the variables at each wait of a module to the watcher: their names, and a function that gives the value
 * of each by its number. The watcher calls it at once, and nothing of the program is called.
 *
 * @param watcher A name that the module does not have in it.
 */
export function localsReader(watcher: string): ReadLocals {
  const known: KnownScopes = new WeakMap();
  let left = mostWritten;
  return (at, parents) => {
    const names = left > 0 ? visibleNames(at, parents, known) : [];
    const written = names.length === 0 ? "" : readerOf(names, `${watcher}n`);
    left -= Math.max(written.length, leastWritten);
    return written;
  };
}

function readerOf(names: readonly string[], number: string): string {
  const cases = names.map((name, index) => `case ${index}:return ${name}`).join(";");
  return `,${JSON.stringify(names)},${number}=>{switch(${number}){${cases}}}`;
}
