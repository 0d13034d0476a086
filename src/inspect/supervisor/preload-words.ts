/**
 * What this runtime is given before a program, so that it loads a module first. Node and Bun take the same words.
 *
 * Deno tells no program what that is allowed, and lets it hand nothing on. So a program that is watched there may do all;
 * but who may start it, as is needed to watch it, may do so anyway.
 *
 * @param module Its address.
 */
export function preloadWords(module: string): string[] {
  return isDeno() ? ["run", "--allow-all", "--preload", module] : [...process.execArgv, "--import", module];
}

/** The same where the module has been loaded by such words, and is to be once more. */
export function sameWords(module: string): string[] {
  return isDeno() ? preloadWords(module) : process.execArgv;
}

function isDeno(): boolean {
  return "Deno" in globalThis;
}
