import type { AstroIntegration } from "astro";

/**
 * Adds `/embed/<section>/<slug>/` for each example, and the same below `/zh-cn/`: its pane alone, which any page may show
 * in a frame, and `/embed.js` with the element that does so. What describes a pane for oEmbed names whole addresses, and
 * so needs the address of the site.
 */
export function embedding(): AstroIntegration {
  return {
    name: "embedding",
    hooks: {
      "astro:config:setup": ({ config, injectRoute }) => {
        const add = (pattern: string, entrypoint: string) =>
          injectRoute({ pattern, entrypoint, prerender: true });
        add("/[...folder]/embed/[section]/[slug]", "./src/components/embed/embedded-example.astro");
        add("/embed.js", "./src/integrations/embedding/element-route.ts");
        if (config.site !== undefined) {
          add(
            "/[...folder]/embed/[section]/[slug]/oembed.json",
            "./src/integrations/embedding/oembed-route.ts",
          );
        }
      },
    },
  };
}
