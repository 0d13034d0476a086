import type { AstroIntegration } from "astro";

/** Adds `/code/<section>/<slug>/` for each example: all its files, for panes to fetch and for readers without scripts. */
export function listings(): AstroIntegration {
  return {
    name: "listings",
    hooks: {
      "astro:config:setup": ({ injectRoute }) => {
        const entrypoint = "./src/integrations/listings/listing.astro";
        injectRoute({ pattern: "/code/[section]/[slug]", entrypoint, prerender: true });
      },
    },
  };
}
