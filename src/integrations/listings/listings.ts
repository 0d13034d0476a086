import type { AstroIntegration } from "astro";

/**
 * Adds `/code/<section>/<slug>/` for each example, and the same below `/zh-cn/`: all its files, for panes to fetch and for
 * readers without scripts. Beside the English one is the `trace.json` of an example that needs Node and opens with the view,
 * of others the `both-traces.json` with what the event loops of both languages did, and of a puzzle the `puzzle.json`.
 */
export function listings(): AstroIntegration {
  return {
    name: "listings",
    hooks: {
      "astro:config:setup": ({ injectRoute }) => {
        const add = (pattern: string, file: string) =>
          injectRoute({ pattern, entrypoint: `./src/integrations/listings/${file}`, prerender: true });
        add("/[...folder]/code/[section]/[slug]", "listing.astro");
        add("/code/[section]/[slug]/trace.json", "trace-route.ts");
        add("/code/[section]/[slug]/both-traces.json", "both-traces-route.ts");
        add("/code/[section]/[slug]/puzzle.json", "puzzle-route.ts");
      },
    },
  };
}
