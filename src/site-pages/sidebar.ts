import { existsSync } from "node:fs";
import { join } from "node:path";
import { categories } from "../reference/categories.ts";

/** The lessons in the order in which they are best read. A page joins the sidebar as soon as it is written. */
const chapters = [
  {
    en: "Start here",
    zh: "从这里开始",
    pages: ["from-await-to-yield", "why-async", "host-event-loop"],
  },
  { en: "Foundations", zh: "基础", pages: ["coroutines", "tasks", "together", "time-limits"] },
  {
    en: "Robust programs",
    zh: "健壮的程序",
    pages: ["cancellation", "abort-signals", "structured-concurrency", "errors", "resources"],
  },
  { en: "The loop", zh: "事件循环", pages: ["event-loop", "runner", "context", "futures"] },
  {
    en: "Working together",
    zh: "协作",
    pages: ["synchronisation", "queues", "async-iteration", "use-it-sparingly"],
  },
  { en: "Input and output", zh: "输入与输出", pages: ["streams", "subprocesses"] },
  { en: "Threads and processes", zh: "线程与进程", pages: ["threads", "processes"] },
  { en: "Under the hood", zh: "深入内部", pages: ["generators", "build-an-event-loop"] },
  {
    en: "In practice",
    zh: "实践",
    pages: [
      "patterns",
      "server-and-page",
      "crawler",
      "testing",
      "debugging",
      "debug-your-own-program",
      "futures-in-practice",
    ],
  },
  { en: "Reference", zh: "参考", pages: ["watch", "cheat-sheet", "glossary", "references", "teach"] },
];

/** The pages of all chapters, in reading order. */
export const readingOrder = chapters.flatMap(({ pages }) => pages);

/** Those that teach, in reading order: all but the last chapter. */
export const lessons = chapters.slice(0, -1).flatMap(({ pages }) => pages);

/** The pages that are made from the library's doc comments. */
const reference = {
  label: "API",
  translations: { "zh-CN": "API 参考" },
  collapsed: true,
  items: ["api", ...categories.map(({ slug }) => `api/${slug}`)].map((slug) => ({ slug })),
};

/** Of the site itself. */
const about = {
  label: "This site",
  translations: { "zh-CN": "关于本站" },
  collapsed: true,
  items: ["changes", "progress", "licences"].map((slug) => ({ slug })),
};

/** Starlight's sidebar, of the pages that exist. */
export function sidebar(folder: string = join(process.cwd(), "content")) {
  const written = chapters
    .map(({ en, zh, pages }) => ({
      label: en,
      translations: { "zh-CN": zh },
      items: pages.filter((slug) => existsSync(join(folder, `${slug}.mdx`))).map((slug) => ({ slug })),
    }))
    .filter(({ items }) => items.length > 0);
  return [...written, reference, about];
}
