import type { AstroIntegration } from "astro";
import type { Plugin } from "vite";
import { moreModules, pythonFiles } from "./python-files.ts";

const filesModule = "virtual:sandbox/python-files";

/** Serves CPython beside the site, for panes that run Python: nobody fetches it before a reader asks. */
export function python(): AstroIntegration {
  return {
    name: "python",
    hooks: {
      "astro:config:setup": ({ injectRoute, updateConfig }) => {
        injectRoute({
          pattern: "/python/[file]",
          entrypoint: "./src/integrations/python/python-route.ts",
          prerender: true,
        });
        updateConfig({ vite: { plugins: [filesPlugin()] } });
      },
    },
  };
}

/** Tells the sandbox page how the files are called, and how long they are. */
function filesPlugin(): Plugin {
  return {
    name: "python-files",
    resolveId: (id) => (id === filesModule ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${filesModule}`) {
        return undefined;
      }
      const described = Object.fromEntries(
        Object.entries(pythonFiles()).map(([role, { name, content }]) => [
          role,
          { name, size: content.length },
        ]),
      );
      return `export const files = ${JSON.stringify(described)};\nexport const moreModules = ${JSON.stringify(moreModules())};`;
    },
  };
}
