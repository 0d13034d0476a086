import type { AstroIntegration } from "astro";

/** Adds `glossary/definitions.json` in each language: what a term shows, for the pages' scripts to fetch. */
export function definitions(): AstroIntegration {
  return {
    name: "definitions",
    hooks: {
      "astro:config:setup": ({ injectRoute }) => {
        const entrypoint = "./src/integrations/definitions/definitions-route.ts";
        for (const folder of ["", "/zh-cn"]) {
          injectRoute({ pattern: `${folder}/glossary/definitions.json`, entrypoint, prerender: true });
        }
      },
    },
  };
}
