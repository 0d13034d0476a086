/**
 * Whether a program imports something of the standard library that is not fetched with CPython. A program that is
 * stuck in an import cannot be handed anything any more, so its text is read before it runs.
 */
export function needsMoreLibrary(source: string, moreModules: readonly string[]): boolean {
  const isMore = (name: string) =>
    moreModules.some((known) => `${known}.`.startsWith(`${name}.`) || name.startsWith(`${known}.`));
  return /\b(importlib|__import__|exec|eval)\b/.test(source) || importedModules(source).some(isMore);
}

function importedModules(source: string): string[] {
  const statements = source.matchAll(
    /^[^\S\n]*(?:.*[;:][^\S\n]*)?(?:from[^\S\n]+([\w.]+)|import[^\S\n]+([\w., \t]+))/gm,
  );
  return [...statements].flatMap(([, from, list = ""]) =>
    from === undefined ? list.split(",").map((each) => each.trim().split(/\s/)[0] ?? "") : [from],
  );
}
