import type { KnownPage } from "./known-pages.ts";

export interface Suggestion {
  /** Below the base. */
  readonly address: string;
  readonly title: string;
}

/** Less alike than this is no help. */
const threshold = 0.45;

/**
 * The pages whose addresses or names are most like the address that somebody asked for, the likest first. All
 * are in the language of that address.
 */
export function findNearest(
  asked: string,
  pages: readonly KnownPage[],
  count = 3,
  least = threshold,
): Suggestion[] {
  const chinese = isChinese(asked);
  const wanted = normal(asked);
  const last = wanted.split("/").at(-1) ?? "";
  const candidates = pages
    .filter(([address]) => isChinese(address) === chinese && normal(address) !== "")
    .flatMap(([address, title, symbols = ""]) => [
      { address, title, likeness: likenessOf(wanted, last, normal(address), title) },
      ...symbols
        .split(" ")
        .filter(Boolean)
        .map((symbol) => ({
          address: `${address}#${symbol.toLowerCase()}`,
          title: symbol,
          likeness: alike(last, symbol.toLowerCase()),
        })),
    ]);
  return candidates
    .filter(({ likeness }) => likeness >= least)
    .sort((a, b) => b.likeness - a.likeness)
    .filter(({ address }, index, all) => all.findIndex((other) => other.address === address) === index)
    .slice(0, count)
    .map(({ address, title }) => ({ address, title }));
}

const isChinese = (address: string): boolean => /^zh(-|\/|$)/i.test(address);

/** Without the language, file endings, and differences that nobody means. */
function normal(address: string): string {
  return decode(address)
    .toLowerCase()
    .replace(/^zh[^/]*\/?/, "")
    .replace(/(index)?\.(html?|mdx?)$/, "")
    .replace(/[\s_]+/g, "-")
    .replace(/\/+$/, "");
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function likenessOf(wanted: string, last: string, address: string, title: string): number {
  const name = address.split("/").at(-1) ?? "";
  return Math.max(alike(wanted, address), alike(last, name), alike(last, title.toLowerCase()));
}

/** How many pairs of neighbouring letters two texts share: 1 if they are the same, 0 if they have none in common. */
function alike(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  const all = left.length + right.length;
  let shared = 0;
  for (const pair of left) {
    const index = right.indexOf(pair);
    if (index >= 0) {
      right.splice(index, 1);
      shared++;
    }
  }
  return all === 0 ? 0 : (2 * shared) / all;
}

function pairs(text: string): string[] {
  const framed = `^${text}$`;
  return Array.from({ length: framed.length - 1 }, (_, index) => framed.slice(index, index + 2));
}
