import { defineRouteMiddleware } from "@astrojs/starlight/route-data";
import { basePath } from "../../site.ts";
import { cardSize } from "./card-size.ts";

/**
 * Adds to each page's head the image for links to it, and the feed, once the address of the site is known. What made the
 * site is left out: the page of its licences says so.
 */
export const onRequest = defineRouteMiddleware(({ site, locals: { starlightRoute } }) => {
  starlightRoute.head = starlightRoute.head.filter(({ attrs }) => attrs?.name !== "generator");
  if (site === undefined) {
    return;
  }
  const { entry, head } = starlightRoute;
  const base = new URL(basePath(), site);
  const meta = (property: string, content: string) => ({
    tag: "meta" as const,
    attrs: { property, content },
  });
  // Open Graph writes a language with its country, and with a line below: https://ogp.me/#optional
  for (const { attrs } of head) {
    if (attrs?.property === "og:locale") {
      attrs.content = attrs.content === "en" ? "en_GB" : String(attrs.content).replace("-", "_");
    }
  }
  if (!/(^|\/)404$/.test(entry.id)) {
    head.push(
      meta("og:image", new URL(`og/${entry.id || "index"}.png`, base).href),
      meta("og:image:width", String(cardSize.width)),
      meta("og:image:height", String(cardSize.height)),
      meta("og:image:alt", entry.data.title),
    );
  }
  head.push({
    tag: "link",
    attrs: {
      rel: "alternate",
      type: "application/rss+xml",
      title: "asyncio-ts",
      href: new URL("changes.xml", base).href,
    },
  });
});
