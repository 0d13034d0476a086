import { folderOf, type Language } from "../site.ts";
import { categories } from "./categories.ts";

const addresses = new Map(
  categories.flatMap(({ slug, symbols }) =>
    symbols.map((symbol, index) => [symbol, `api/${slug}/#${anchorOf(symbol, symbols.slice(0, index))}`]),
  ),
);

/** As headings get their ids: in lower case, and numbered where two of a page are alike. */
function anchorOf(symbol: string, before: readonly string[]): string {
  const anchor = symbol.toLowerCase();
  const alike = before.filter((other) => other.toLowerCase() === anchor).length;
  return alike === 0 ? anchor : `${anchor}-${alike}`;
}

/** All names that the reference explains, in its order. */
export const symbolsOfReference: readonly string[] = [...addresses.keys()];

/** Whether the reference explains this name. */
export function isInReference(name: string): boolean {
  return addresses.has(name);
}

/** Where the reference explains a name: an address below the site's base. Undefined for what is not the library's. */
export function addressInReference(name: string, language: Language): string | undefined {
  const address = addresses.get(name);
  return address && `${folderOf(language)}${address}`;
}

/** The same, as a page of the reference says it to its neighbours, which are in its own language. */
export function addressFromCategory(name: string): string {
  return `../${fromOverview(name)}`;
}

/** The same, as the overview of the reference says it. */
export function addressFromOverview(name: string): string {
  return `./${fromOverview(name)}`;
}

function fromOverview(name: string): string {
  return (addresses.get(name) ?? "").replace(/^api\//, "");
}
