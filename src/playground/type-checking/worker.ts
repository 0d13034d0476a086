/** Runs TypeScript beside the page. The worker's name is the language in which it explains mistakes. */
import { fetchOk } from "../../loading/fetch-ok.ts";
import { basePath, languageOf } from "../../site.ts";
import type { Answer, Question } from "./questions.ts";
import { createTypeChecker } from "./type-checker.ts";

const folder = `${basePath()}types/`;

async function fetchTexts(name: string): Promise<Record<string, string>> {
  return (await fetchOk(folder + name, "what TypeScript needs")).json();
}

async function load() {
  const [declarations, messages] = await Promise.all([
    fetchTexts("declarations.json"),
    languageOf(self.name) === "zh-cn" ? fetchTexts("messages/zh-cn.json") : undefined,
  ]);
  return createTypeChecker(declarations, { messages });
}

const loaded = load();

self.addEventListener("message", async ({ data }: MessageEvent<Question>) => {
  const { id, about, parameters } = data;
  let answer: Answer;
  try {
    const checker = await loaded;
    const question = checker[about] as (...parameters: readonly unknown[]) => unknown;
    answer = { id, answer: question(...parameters) };
  } catch (error) {
    answer = { id, error: String(error) };
  }
  self.postMessage(answer);
});
