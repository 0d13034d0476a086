import { findNearest, type Suggestion } from "../../site-pages/find-nearest.ts";
import type { KnownPage } from "../../site-pages/known-pages.ts";
import { synonyms } from "./synonyms.ts";

/** Less alike than this is another word, and no slip of the finger. */
const slip = 0.55;
/** More of them would push the results of the search out of sight. */
const most = 4;

/**
 * The exports and pages that have the name that a reader wrote, or nearly; what has it under another name; and pages
 * of the other language. The search in the text cannot tell these from a sentence that mentions them.
 *
 * @param folder Where the pages of the reader's language lie: `""`, or `"zh-cn/"`.
 */
export function findNamed(words: string, pages: readonly KnownPage[], folder: string): Suggestion[] {
  const wanted = words.trim().toLowerCase().replace(/\(\)$/, "");
  if (wanted.length < 2) {
    return [];
  }
  const other = folder === "" ? "zh-cn/" : "";
  const name = synonyms[wanted];
  const found = [
    ...(name === undefined ? [] : findNearest(folder + name, pages, 1)),
    ...findNearest(folder + wanted, pages, most, slip),
    // Nobody who writes Latin letters looks for a page in Chinese, but for its name.
    ...(/\p{Script=Han}/u.test(wanted) || folder !== "" ? findNearest(other + wanted, pages, 1, slip) : []),
  ];
  const addresses = found.map(({ address }) => address);
  return found.filter(({ address }, index) => addresses.indexOf(address) === index).slice(0, most);
}
