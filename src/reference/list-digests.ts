/**
 * Lists what of the reference has no Chinese text, or one that was made from other English than today's, each as an entry
 * for `src/reference/zh-cn/`. With names behind it, as in `npm run reference:digests -- sleep Task.cancel`, writes
 * today's digest into their translations: they have been read again and say the same as the English.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCachedLibrary } from "./cached-library.ts";
import { entryDigest } from "./entry-digest.ts";
import type { Entry } from "./read-library.ts";
import { entriesOf, hasText } from "./translate.ts";
import { readTranslations, translationsFolder } from "./translations.ts";

const symbols = await readCachedLibrary();
const entries = new Map(symbols.flatMap((symbol) => [...entriesOf(symbol)]));
const renewed = process.argv.slice(2);
const unknown = renewed.filter((name) => !entries.has(name));
if (unknown.length > 0) {
  throw new Error(
    `Expected names of the reference, such as sleep or Task.cancel, found ${unknown.join(" ")}.`,
  );
}

for (const file of readdirSync(translationsFolder)) {
  const path = join(translationsFolder, file);
  const text = readFileSync(path, "utf8");
  const written = text.replaceAll(/^## (.+)\n\n<!-- english: \w* -->/gm, (heading, name: string) => {
    const entry = entries.get(name);
    return renewed.includes(name) && entry !== undefined
      ? `## ${name}\n\n<!-- english: ${entryDigest(entry)} -->`
      : heading;
  });
  if (written !== text) {
    writeFileSync(path, written);
  }
}

const translations = readTranslations();
const behind = [...entries].filter(
  ([name, entry]) => hasText(entry) && translations.get(name)?.digest !== entryDigest(entry),
);
console.log(behind.map(([name, entry]) => asEntry(name, entry)).join("\n"));
console.log(`${behind.length} of ${entries.size} entries have no Chinese text that is up to date.`);

/** English in the form of a translation. */
function asEntry(name: string, entry: Entry): string {
  const { summary, parameters, returns, errors, originals } = entry;
  return [
    `## ${name}\n\n<!-- english: ${entryDigest(entry)} -->\n`,
    summary,
    ...parameters.map(({ name, text }) => `@param ${name} ${text}`),
    ...(returns === "" ? [] : [`@returns ${returns}`]),
    ...errors.map((error) => `@throws ${error}`),
    ...originals.map((original) => `@see ${original}`),
    "",
  ].join("\n");
}
