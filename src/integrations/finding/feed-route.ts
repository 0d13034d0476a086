import rss from "@astrojs/rss";
import type { APIRoute } from "astro";
import { markdownToHtml } from "satteri";
import { basePath } from "../../site.ts";
import { readChanges } from "../../site-pages/changelog.ts";

/** The versions in CHANGELOG.md, for readers of feeds. */
export const GET: APIRoute = ({ site }) => {
  const home = new URL(basePath(), site).href;
  const page = `${home}changes/`;
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
    xmlns: { atom: "http://www.w3.org/2005/Atom" },
    customData: `<language>en</language><atom:link href="${home}changes.xml" rel="self" type="application/rss+xml"/>`,
  });
};
