import { resolve } from "node:path";
import type { AstroIntegration } from "astro";
import type { Plugin } from "vite";
import { shippedFiles } from "../../licences/shipped-files.ts";

/** Learns which packages end up in the site, for the page that lists their licences. */
export function licences(): AstroIntegration {
  return {
    name: "licences",
    hooks: {
      "astro:config:setup": ({ injectRoute, updateConfig }) => {
        injectRoute({
          pattern: "/licences.txt",
          entrypoint: "./src/integrations/licences/licences-route.ts",
          prerender: true,
        });
        // Workers are bundled by themselves, with plugins of their own.
        updateConfig({ vite: { plugins: [collect()], worker: { plugins: () => [collect(true)] } } });
      },
    },
  };
}

function collect(isWorker = false): Plugin {
  return {
    name: "shipped-files",
    apply: "build",
    generateBundle(_, bundle) {
      const files = shippedFiles();
      const isForReaders = isWorker || this.environment.name === "client";
      for (const output of Object.values(bundle)) {
        if (output.type === "asset") {
          output.originalFileNames.forEach((file) => void files.add(resolve(file)));
        } else if (isForReaders) {
          for (const [id, { renderedLength }] of Object.entries(output.modules)) {
            if (renderedLength > 0) {
              files.add(id);
            }
          }
        }
      }
      // Styles and fonts of pages are found while the pages are bundled.
      for (const id of this.getModuleIds()) {
        if (/\.(css|woff2?)(\?|$)|[?&]type=style/.test(id)) {
          files.add(id);
        }
      }
    },
  };
}
