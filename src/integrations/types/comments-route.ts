import type { APIRoute, GetStaticPaths } from "astro";
import { findAllExamples } from "../../examples/shelf.ts";
import { readCachedLibrary } from "../../reference/cached-library.ts";
import { chineseSummaries } from "../../reference/chinese-summaries.ts";
import { readTranslations } from "../../reference/translations.ts";

export const getStaticPaths: GetStaticPaths = () => [{ params: { language: "zh-cn" } }];

/** What doc comments of the library and of the examples say in another language, by what they say in English. */
export const GET: APIRoute = async () => {
  const ofExamples = findAllExamples().flatMap(({ comments }) => Object.entries(comments));
  return Response.json({
    ...Object.fromEntries(ofExamples.map(([english, chinese]) => [english, chinese.replaceAll("\n", "")])),
    ...chineseSummaries(await readCachedLibrary(), readTranslations()),
  });
};
