import type { Language } from "../site.ts";
import { entryDigest } from "./entry-digest.ts";
import { isPlainOriginal } from "./python-originals.ts";
import type { Entry, Explanation, LibrarySymbol } from "./read-library.ts";
import type { Translation, Translations } from "./translations.ts";

/** An entry as a page shows it, and the language that its text is in: English, where no translation is up to date. */
export interface WordedEntry extends Entry {
  readonly language: Language;
}

export interface WordedSymbol extends WordedEntry {
  readonly members: readonly WordedEntry[];
  readonly inherited: LibrarySymbol["inherited"];
}

/** What an entry explains, by the name that its translation has: `Task`, `Task.cancel`. */
export function entriesOf(symbol: LibrarySymbol): ReadonlyMap<string, Entry> {
  return new Map([
    [symbol.name, symbol] as const,
    ...symbol.members.map((member) => [`${symbol.name}.${member.name}`, member] as const),
  ]);
}

/** A symbol and its members in Chinese, each as far as its translation was made from the English of today. */
export function translate(symbol: LibrarySymbol, translations: Translations): WordedSymbol {
  const worded = [...entriesOf(symbol)].map(([name, entry]) => translateEntry(entry, translations.get(name)));
  const [own = inEnglish(symbol), ...members] = worded;
  return { ...own, members, inherited: symbol.inherited };
}

/** A symbol as its doc comments explain it. */
export function untranslated(symbol: LibrarySymbol): WordedSymbol {
  return { ...symbol, language: "en", members: symbol.members.map(inEnglish) };
}

function translateEntry(entry: Entry, translation: Translation | undefined): WordedEntry {
  if (!hasText(entry)) {
    return { ...entry, language: "zh-cn" };
  }
  if (translation?.digest !== entryDigest(entry)) {
    return inEnglish(entry);
  }
  const { digest, originals, ...texts } = translation;
  return {
    ...entry,
    ...texts,
    // A name alone is the same in every language.
    originals: originals.length > 0 ? originals : entry.originals,
    language: "zh-cn",
  };
}

function inEnglish(entry: Entry): WordedEntry {
  return { ...entry, language: "en" };
}

/** Whether there is something to translate. */
export function hasText({ summary, parameters, returns, errors, originals }: Explanation): boolean {
  return (
    [summary, returns, ...errors].some((text) => text !== "") ||
    parameters.length > 0 ||
    !originals.every(isPlainOriginal)
  );
}
