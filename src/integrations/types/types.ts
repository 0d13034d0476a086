import type { AstroIntegration } from "astro";
import type { Plugin } from "vite";

/** What is served below `/types/`, and by which file of this folder. */
const routes = {
  "/types/declarations.json": "declarations-route.ts",
  "/types/messages/[language].json": "messages-route.ts",
  "/types/comments/[language].json": "comments-route.ts",
  "/types/[section]/[slug].json": "example-types-route.ts",
};

/** Adds what tells readers of types: TypeScript's declarations and messages for the worker, the types of each example, and doc comments in Chinese. */
export function types(): AstroIntegration {
  return {
    name: "types",
    hooks: {
      "astro:config:setup": ({ injectRoute, updateConfig }) => {
        for (const [pattern, file] of Object.entries(routes)) {
          injectRoute({ pattern, entrypoint: `./src/integrations/types/${file}`, prerender: true });
        }
        updateConfig({ vite: { plugins: [completionsApart()] } });
      },
    },
  };
}

/**
 * Sandpack's editor closes brackets with a part of the module that completes names. A copy for the completions keeps
 * them out of what every first Run loads.
 */
function completionsApart(): Plugin {
  return {
    name: "completions-apart",
    apply: "build",
    enforce: "pre",
    async resolveId(id, importer) {
      if (id !== "@codemirror/autocomplete" || !importer?.includes("/type-checking/")) {
        return undefined;
      }
      const resolved = await this.resolve(id, importer, { skipSelf: true });
      return resolved && { ...resolved, id: `${resolved.id}?for-types` };
    },
  };
}
