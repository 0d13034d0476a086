import sitemap from "@astrojs/sitemap";
import type { AstroIntegration } from "astro";
import { formerLessons } from "../../progress/former-lessons.ts";

/**
 * The map of the site, once its address is known. Pages for missing addresses, those that only lead on, listings, embedded panes and the sandbox are not for
 * searchers. Without an address it stands in for the one that Starlight would add, only to warn.
 */
export function siteMap(site: string | undefined): AstroIntegration {
  if (site === undefined) {
    return { name: "@astrojs/sitemap", hooks: {} };
  }
  const former = [...formerLessons.keys()];
  return sitemap({
    filter: (page) =>
      !/\/(404|sandbox(\/python)?)\/$|\/(code|embed)\//.test(page) &&
      !former.some((lesson) => page.endsWith(`/${lesson}/`)),
    i18n: { defaultLocale: "root", locales: { root: "en", "zh-cn": "zh-CN" } },
  });
}
