import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCachedLibrary } from "../../src/reference/cached-library.ts";
import { categories } from "../../src/reference/categories.ts";
import { chineseSummaries } from "../../src/reference/chinese-summaries.ts";
import { entryDigest } from "../../src/reference/entry-digest.ts";
import { isPlainOriginal, pythonOriginal } from "../../src/reference/python-originals.ts";
import type { Entry } from "../../src/reference/read-library.ts";
import { referencePages } from "../../src/reference/reference-pages.ts";
import { entriesOf, hasText } from "../../src/reference/translate.ts";
import { readTranslations, type Translation, translationsFolder } from "../../src/reference/translations.ts";

const symbols = await readCachedLibrary();
const translations = readTranslations();
const entries = new Map(symbols.flatMap((symbol) => [...entriesOf(symbol)]));
const renew = "Read it again, correct it, and run `npm run reference:digests -- NAME`; see CONTRIBUTING.md.";

/** Pairs of an entry and its translation. */
const pairs = [...translations].flatMap(([name, translation]): [string, Entry, Translation][] => {
  const entry = entries.get(name);
  return entry === undefined ? [] : [[name, entry, translation]];
});

describe("the Chinese texts of the reference", () => {
  test("are there for every name that is explained", () => {
    const missing = [...entries].filter(([name, entry]) => hasText(entry) && !translations.has(name));
    expect(
      missing.map(([name]) => name),
      "no translation",
    ).toEqual([]);
  });

  test("were made from the English of today", () => {
    const stale = pairs.filter(([, entry, { digest }]) => digest !== entryDigest(entry));
    expect(
      stale.map(([name]) => name),
      renew,
    ).toEqual([]);
  });

  test("stand on the page of their symbol, each once, and explain nothing that is not exported", () => {
    const headings = readdirSync(translationsFolder).flatMap((file) =>
      [...readFileSync(join(translationsFolder, file), "utf8").matchAll(/^## (.+)$/gm)].map(
        ([, name = ""]) => `${file} ${name}`,
      ),
    );
    const expected = categories.flatMap(({ slug, symbols: names }) =>
      [...entries]
        .filter(([name, entry]) => hasText(entry) && names.includes(name.split(".")[0] ?? ""))
        .map(([name]) => `${slug}.md ${name}`),
    );
    expect(headings.sort()).toEqual(expected.sort());
  });

  test("have all of the parameters, results and errors, and nothing else", () => {
    for (const [name, entry, translation] of pairs) {
      expect(shapeOf(translation), name).toEqual(shapeOf(entry));
    }
  });

  test("lead to the same original in Python, in Chinese", () => {
    for (const [name, { originals }, translation] of pairs) {
      const shown = translation.originals.length > 0 ? translation.originals : originals;
      expect(translation.originals.length > 0, `${name}: \`@see\`, where there is more than a name`).toBe(
        !originals.every(isPlainOriginal),
      );
      expect(
        shown.map((text) => pythonOriginal(text, "zh-cn")?.replace("/zh-cn/", "/")),
        name,
      ).toEqual(originals.map((text) => pythonOriginal(text, "en")));
    }
  });

  test("have full-width punctuation, and a space between Chinese and code", () => {
    for (const [name, , { summary, parameters, returns, errors, originals }] of pairs) {
      const text = [summary, ...parameters.map(({ text }) => text), returns, ...errors, ...originals].join(
        "\n",
      );
      expect(text, name).not.toMatch(/\p{Script=Han}[,.:;?!()]|[,:;?!()]\p{Script=Han}/u);
      expect(text, name).not.toMatch(/\p{Script=Han}[`\w]|[`\w]\p{Script=Han}/u);
    }
  });
});

test("a page shows the English of an entry whose translation is older, and of no other", () => {
  const older = new Map(translations).set("sleep", { ...found("sleep"), digest: "older" });
  older.delete("Timeout.when");
  const page = referencePages(symbols, older).find(({ id }) => id === "zh-cn/api/waiting")?.markdown ?? "";
  expect(page).toContain(`译文还没有跟上英文原文，以下为英文。</p>

<div lang="en">

Waits, and lets others run meanwhile.`);
  expect(page).toContain('：<span lang="en">The deadline, in seconds of `loop.time()`');
  expect(page).not.toContain(found("sleep").summary);
  expect(page.match(/lang="en"/g)).toHaveLength(2);
  expect(page).toContain(found("gather").summary.split("\n")[0]);
});

test("a tooltip finds the Chinese of a doc comment by its English without line breaks", () => {
  const summaries = chineseSummaries(symbols, translations);
  const english =
    "Runs a block that starts tasks, and waits for all of them before it ends. When one fails the others are cancelled, and all errors are thrown together. When `group.cancel()` ends the block early, the answer is undefined.";
  expect(summaries[english]).toBe(found("taskGroup").summary);
  expect(Object.keys(summaries).length).toBeGreaterThan(250);
});

test("a page whose translations are of today is Chinese", () => {
  const chinese = referencePages(symbols, translations).filter(({ id }) => id.startsWith("zh-cn/"));
  expect(chinese.filter(({ markdown }) => markdown.includes('lang="en"')).map(({ id }) => id)).toEqual([]);
});

function found(name: string): Translation {
  const translation = translations.get(name);
  if (translation === undefined) {
    throw new Error(`src/reference/zh-cn/ has no ${name}.`);
  }
  return translation;
}

/** What is explained, whatever the language. Of an error the class, where one is named. */
function shapeOf({ summary, parameters, returns, errors }: Omit<Translation, "digest" | "originals">) {
  return {
    paragraphs: summary.split("\n\n").length,
    parameters: parameters.map(({ name }) => name),
    returns: returns !== "",
    errors: errors.map(
      (text) => /^[A-Z]\w+(Error|Iteration|Interrupt|Group|ShutDown|Empty|Full)/.exec(text)?.[0],
    ),
  };
}
