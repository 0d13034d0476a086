import { ScaffoldError } from "./scaffold-error.ts";

const kebab = "[a-z0-9]+(?:-[a-z0-9]+)*";

/** The name of a page: `event-loop`. */
export function checkSlug(slug: string | undefined, command: string): string {
  if (slug !== undefined && new RegExp(`^${kebab}$`).test(slug)) {
    return slug;
  }
  throw new ScaffoldError(
    `Expected the name of a page in small letters and hyphens, found ${found(slug)}. For instance: npm run ${command} -- event-loop`,
  );
}

/** The path of an example: `coroutines/say-after`. */
export function checkExamplePath(path: string | undefined): string {
  if (path !== undefined && new RegExp(`^${kebab}/${kebab}$`).test(path)) {
    return path;
  }
  throw new ScaffoldError(
    `Expected <section>/<slug> in small letters and hyphens, found ${found(path)}. For instance: npm run new:example -- coroutines/say-after`,
  );
}

/** `say-after` becomes `Say after`. */
export function titleOf(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function found(word: string | undefined): string {
  return word === undefined ? "nothing" : JSON.stringify(word);
}
