import type { AstroIntegration } from "astro";

/** Serves the library beside the site: its tarball for downloads, and its sources to be read. */
export function library(): AstroIntegration {
  return {
    name: "library",
    hooks: {
      "astro:config:setup": ({ injectRoute }) => {
        const from = "./src/integrations/library";
        injectRoute({ pattern: "/asyncio-ts.tgz", entrypoint: `${from}/tarball.ts`, prerender: true });
        injectRoute({
          pattern: "/asyncio-ts-sources.json",
          entrypoint: `${from}/sources.ts`,
          prerender: true,
        });
      },
    },
  };
}
