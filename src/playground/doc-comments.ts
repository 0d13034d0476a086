import { fetchOk } from "../loading/fetch-ok.ts";
import { retryable } from "../loading/retryable.ts";
import { basePath, languageOf } from "../site.ts";

/** What doc comments say in the page's language, by what they say in English. */
let translations: Readonly<Record<string, string>> = {};

const loading = retryable(async () => {
  const response = await fetchOk(`${basePath()}types/comments/zh-cn.json`, "the Chinese of doc comments");
  translations = await response.json();
});

/** Fetches what doc comments say in the page's language, if that is not English. Where it cannot be fetched they stay English. */
export async function loadDocComments(): Promise<void> {
  if (languageOf(document.documentElement.lang) === "zh-cn") {
    await loading.load().catch(console.error);
  }
}

/** A doc comment in the page's language, as far as that is loaded and somebody has translated it. */
export function translateDocComment(comment: string): string {
  return translations[comment] ?? comment;
}
