// @ts-expect-error: the package has no types.
import { PagefindUI } from "@pagefind/default-ui";
import address from "@pagefind/default-ui/css/ui.css?url";
import { fetchOk } from "../../loading/fetch-ok.ts";
import { basePath, folderOf, languageOf } from "../../site.ts";
import type { Suggestion } from "../../site-pages/find-nearest.ts";
import type { KnownPage } from "../../site-pages/known-pages.ts";
import { findNamed } from "./find-named.ts";

/** What somebody may look for who does not know yet what there is. Addresses below the folder of a language. */
const beginnings = ["coroutines/", "cancellation/", "cheat-sheet/", "api/"];

/** Puts Pagefind's own interface into the dialog, with its style, and above what it finds what is named so. */
export async function showSearch(
  container: HTMLElement,
  translations: Readonly<Record<string, string>>,
): Promise<void> {
  const base = basePath();
  const folder = folderOf(languageOf(document.documentElement.lang));
  const pages: KnownPage[] = await (
    await fetchOk(`${base}names.json`, "the names of pages and exports")
  ).json();
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = address;
  document.head.append(style);
  new PagefindUI({
    element: container,
    baseUrl: base,
    bundlePath: `${base}pagefind/`,
    showImages: false,
    showSubResults: true,
    translations,
  });
  const named = document.createElement("ul");
  named.className = "search-named";
  named.setAttribute("aria-live", "polite");
  container.querySelector(".pagefind-ui__drawer")?.before(named);
  const show = (words: string) => {
    const suggestions = words.trim() === "" ? beginningsIn(folder, pages) : findNamed(words, pages, folder);
    named.replaceChildren(...suggestions.map((suggestion) => itemFor(suggestion, base, folder)));
  };
  show("");
  container.addEventListener("input", ({ target }) => show((target as HTMLInputElement).value));
  container.addEventListener("click", ({ target }) => {
    if ((target as Element).closest(".pagefind-ui__search-clear")) {
      show("");
    }
  });
  container.addEventListener("keydown", (event) => goThrough(container, event));
}

function beginningsIn(folder: string, pages: readonly KnownPage[]): Suggestion[] {
  return beginnings.flatMap((beginning) =>
    pages.filter(([page]) => page === folder + beginning).map(([page, title]) => ({ address: page, title })),
  );
}

function itemFor({ address: page, title }: Suggestion, base: string, folder: string): HTMLElement {
  const link = document.createElement("a");
  link.href = base + page;
  link.textContent = title;
  const isChinese = page.startsWith("zh-cn/");
  if (isChinese !== (folder === "zh-cn/")) {
    link.lang = isChinese ? "zh-CN" : "en";
  }
  const item = document.createElement("li");
  item.append(link);
  return item;
}

/** The arrows go from the words to what was found and back; Enter in the words opens the first that was found. */
function goThrough(container: HTMLElement, event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const input = container.querySelector("input");
  const links = [...container.querySelectorAll<HTMLElement>("a[href]")];
  if (step !== undefined) {
    const stops = [input, ...links].filter((stop) => stop !== null);
    const index = stops.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    stops[Math.min(Math.max(index + step, 0), stops.length - 1)]?.focus();
  } else if (event.key === "Enter" && event.target === input && input?.value.trim() !== "") {
    event.preventDefault();
    links[0]?.click();
  }
}
