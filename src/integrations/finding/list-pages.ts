import { getCollection } from "astro:content";
import { basePath } from "../../site.ts";
import { inReadingOrder } from "./reading-order.ts";

const languages = [
  { prefix: "", lessons: "Lessons", reference: "Reference of asyncio-ts" },
  { prefix: "zh-cn/", lessons: "课程（简体中文）", reference: "asyncio-ts 的 API 参考（简体中文）" },
];

/** A list of all pages in Markdown. Links are whole addresses if the site's address is known. */
export async function listPages(site: URL | undefined): Promise<string> {
  const base = basePath();
  const home = site === undefined ? base : new URL(base, site).href;
  const entries = inReadingOrder(await getCollection("docs", ({ id }) => !/(^|\/)index$|^zh-cn$/.test(id)));
  const lines = entries.map(({ id, data: { title, description } }) => ({
    id,
    line: `- [${title}](${home}${id}/): ${description}`,
  }));
  const sections = languages.flatMap(({ prefix, lessons, reference }) => {
    const own = lines.filter(({ id }) => id.startsWith("zh-cn/") === (prefix !== ""));
    const isReference = (id: string): boolean => id.startsWith(`${prefix}api`);
    return [
      { title: lessons, pages: own.filter(({ id }) => !isReference(id)) },
      { title: reference, pages: own.filter(({ id }) => isReference(id)) },
    ];
  });
  return [
    "# asyncio-ts",
    "> Asynchronous programming in TypeScript: lessons that port Python's asyncio, with examples that run on the page, and the library they run on. The library gives asyncio's semantics to generators; times are in seconds.",
    `All of the English pages in one text, with the code of the examples: ${home}llms-full.txt`,
    ...sections.map(({ title, pages }) => `## ${title}\n\n${pages.map(({ line }) => line).join("\n")}`),
    "",
  ].join("\n\n");
}
