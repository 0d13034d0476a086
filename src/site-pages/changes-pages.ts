import type { GeneratedPage } from "../reference/generated-page.ts";
import { readChangelog } from "./changelog.ts";

/** CHANGELOG.md as a page, to which the feed leads. It is kept in English. */
export function changesPages(): GeneratedPage[] {
  const markdown = readChangelog().replace(/^# .*\n/, "");
  return [
    {
      id: "changes",
      title: "Changes",
      description: "What is new in asyncio-ts and on this site, version by version.",
      markdown,
    },
    {
      id: "zh-cn/changes",
      title: "更新记录",
      description: "asyncio-ts 和本站各个版本的变化（英文）。",
      markdown: `<div lang="en">\n\n${markdown}\n</div>\n`,
    },
  ];
}
