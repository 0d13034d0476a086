import type { AstroIntegration } from "astro";

/**
 * Adds `/code/<section>/<slug>/` for each example: all its files, for panes to fetch and for readers without scripts.
 * Beside it is the `trace.json` of an example that needs Node and opens with the view.
 */
export function listings(): AstroIntegration {
  return {
    name: "listings",
    hooks: {
      "astro:config:setup": ({ injectRoute }) => {
        const add = (pattern: string, file: string) =>
          injectRoute({ pattern, entrypoint: `./src/integrations/listings/${file}`, prerender: true });
        add("/code/[section]/[slug]", "listing.astro");
        add("/code/[section]/[slug]/trace.json", "trace-route.ts");
      },
    },
  };
}
