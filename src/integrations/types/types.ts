import type { AstroIntegration } from "astro";

/** Adds what tells readers of types: TypeScript's declarations and messages for the worker, and the types of each example. */
export function types(): AstroIntegration {
  return {
    name: "types",
    hooks: {
      "astro:config:setup": ({ injectRoute }) => {
        for (const [pattern, route] of [
          ["/types/declarations.json", "declarations"],
          ["/types/messages/[language].json", "messages"],
          ["/types/[section]/[slug].json", "example-types"],
        ]) {
          injectRoute({
            pattern: `${pattern}`,
            entrypoint: `./src/integrations/types/${route}-route.ts`,
            prerender: true,
          });
        }
      },
    },
  };
}
