import type { AstroIntegration } from "astro";
import { formerLessons } from "../../progress/former-lessons.ts";

const routes = {
  "/llms.txt": "llms-route.ts",
  "/llms-full.txt": "llms-full-route.ts",
  "/names.json": "names-route.ts",
};

/** What needs whole addresses, and so the address of the site. */
const routesOfKnownSite = {
  "/og/[...page].png": "card-route.ts",
  "/changes.xml": "feed-route.ts",
};

/** Adds what leads to the site's pages from outside: lists for language models, a feed, images for links to them, and help for those who missed them or come by an older address. */
export function finding(): AstroIntegration {
  return {
    name: "finding",
    hooks: {
      "astro:config:setup": ({ config, injectRoute, logger }) => {
        if (config.site === undefined) {
          logger.info("SITE is not set: no sitemap, canonical links, Open Graph images or feed.");
        }
        const wanted = { ...routes, ...(config.site === undefined ? {} : routesOfKnownSite) };
        for (const [pattern, file] of Object.entries(wanted)) {
          injectRoute({ pattern, entrypoint: `./src/integrations/finding/${file}`, prerender: true });
        }
        for (const pattern of ["/404", "/zh-cn/404"]) {
          injectRoute({ pattern, entrypoint: "./src/components/not-found/not-found.astro", prerender: true });
        }
        for (const pattern of [...formerLessons.keys()].flatMap((lesson) => [
          `/${lesson}`,
          `/zh-cn/${lesson}`,
        ])) {
          injectRoute({ pattern, entrypoint: "./src/components/moved/former-lesson.astro", prerender: true });
        }
      },
    },
  };
}
