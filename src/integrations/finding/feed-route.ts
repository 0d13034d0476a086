import rss from "@astrojs/rss";
import type { APIRoute } from "astro";
import { markdownToHtml } from "satteri";
import { readChanges } from "./changelog.ts";

/** The versions in CHANGELOG.md, for readers of feeds. */
export const GET: APIRoute = ({ site }) => {
  const page = new URL(`${import.meta.env.BASE_URL.replace(/\/?$/, "/")}changes/`, site).href;
  return rss({
    title: "asyncio-ts",
    description: "Changes of asyncio-ts and its site.",
    site: page,
    items: readChanges().map(({ title, anchor, date, markdown }) => ({
      title,
      link: `${page}#${anchor}`,
      ...(date && { pubDate: date }),
      content: markdownToHtml(markdown).html,
    })),
    customData: "<language>en</language>",
  });
};
