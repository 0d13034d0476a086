import type { AstroIntegration } from "astro";
import type { Plugin } from "vite";
import { moreModules, pythonFiles } from "./python-files.ts";
import { pythonWeight } from "./python-weight.ts";

const filesModule = "virtual:sandbox/python-files";
const weightModule = "virtual:python-weight";

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
        updateConfig({ vite: { plugins: [filesPlugin(), weightPlugin()] } });
      },
    },
  };
}

/** Tells pages how much CPython is. */
function weightPlugin(): Plugin {
  return {
    name: "python-weight",
    resolveId: (id) => (id === weightModule ? `\0${id}` : undefined),
    async load(id) {
      if (id !== `\0${weightModule}`) {
        return undefined;
      }
      const { fetched, stored } = await pythonWeight();
      return `export const fetched = ${fetched};\nexport const stored = ${stored};`;
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
