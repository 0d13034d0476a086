import { unwrapComment } from "../playground/type-checking/unwrap-comment.ts";
import type { LibrarySymbol } from "./read-library.ts";
import { entriesOf, translate } from "./translate.ts";
import type { Translations } from "./translations.ts";

/** What the library's doc comments say in Chinese first of all, by what they say in English: what a tooltip shows. */
export function chineseSummaries(
  symbols: readonly LibrarySymbol[],
  translations: Translations,
): Record<string, string> {
  const pairs = symbols.flatMap((symbol) => {
    const worded = translate(symbol, translations);
    const english = [...entriesOf(symbol).values()];
    return [worded, ...worded.members].map(({ language, summary }, index) => ({
      language,
      chinese: summary,
      english: unwrapComment(english[index]?.summary ?? ""),
    }));
  });
  return Object.fromEntries(
    pairs
      .filter(({ language, english }) => language === "zh-cn" && english !== "")
      .map(({ english, chinese }) => [english, chinese]),
  );
}
