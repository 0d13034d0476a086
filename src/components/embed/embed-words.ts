import type { Language } from "../../site.ts";

/** What stands below a pane that is embedded. */
export const embedWords: Readonly<Record<Language, { readonly lesson: (title: string) => string }>> = {
  en: { lesson: (title) => `From the lesson “${title}” of asyncio-ts` },
  "zh-cn": { lesson: (title) => `选自 asyncio-ts 的课程《${title}》` },
};
