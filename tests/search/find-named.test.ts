import { expect, test } from "vitest";
import { findNamed } from "../../src/components/layout/find-named.ts";
import { synonyms } from "../../src/components/layout/synonyms.ts";
import { categories } from "../../src/reference/categories.ts";
import type { KnownPage } from "../../src/site-pages/known-pages.ts";
import { lessons } from "../../src/site-pages/sidebar.ts";

const pages: readonly KnownPage[] = [
  ["cancellation/", "Cancellation"],
  ["abort-signals/", "AbortSignal, both ways"],
  ["structured-concurrency/", "Structured concurrency"],
  ["api/waiting/", "API: Waiting", "sleep gather wait"],
  ["api/synchronisation/", "API: Synchronisation", "Lock Semaphore"],
  ["zh-cn/cancellation/", "取消"],
  ["zh-cn/api/waiting/", "API：等待", "sleep gather wait"],
];

const named = (words: string, folder = ""): string[] =>
  findNamed(words, pages, folder).map(({ address }) => address);

test("an export comes first, by its exact name, in any case, with or without its brackets", () => {
  for (const words of ["gather", "Gather", " gather() "]) {
    expect(named(words)[0]).toBe("api/waiting/#gather");
  }
  expect(named("gather", "zh-cn/")[0]).toBe("zh-cn/api/waiting/#gather");
});

test.each([
  ["gahter", "api/waiting/#gather"],
  ["cancelation", "cancellation/"],
])("%s is taken for a slip of the finger", (words, address) => {
  expect(named(words)[0]).toBe(address);
});

test.each([
  ["mutex", "api/synchronisation/#lock"],
  ["Promise.all", "api/waiting/#gather"],
  ["AbortController", "abort-signals/"],
])("%s is known by another name", (words, address) => {
  expect(named(words)[0]).toBe(address);
});

test("what is looked for in the other language is found there", () => {
  expect(named("取消")).toEqual(["zh-cn/cancellation/"]);
  expect(named("cancellation", "zh-cn/")).toEqual(["zh-cn/cancellation/", "cancellation/"]);
});

test.each(["", "g", "quicksilver"])("%j names nothing", (words) => {
  expect(named(words)).toEqual([]);
});

test("every other name leads to an export or a lesson that exists", () => {
  const exports = categories.flatMap(({ symbols }) => symbols);
  const addresses = lessons.map((slug) => `${slug}/`);
  for (const [other, name] of Object.entries(synonyms)) {
    expect([...exports, ...addresses], other).toContain(name);
  }
});
