import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { forgetUnused } from "../../build/kept.ts";
import { compress } from "./compress.ts";
import { setContentPolicy } from "./content-policy.ts";
import { relativeBase, relativeUrl } from "./relative-base.ts";
import { writeServiceWorker } from "./write-service-worker.ts";

/**
 * What makes a folder of files ready to be served: policies of content, a service worker, compressed copies. Must be the
 * last integration, for it looks at what the others wrote.
 */
export function delivery(): AstroIntegration {
  return {
    name: "delivery",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [relativeBase()],
            worker: { plugins: () => [relativeBase()] },
            experimental: { renderBuiltUrl: relativeUrl },
          },
        });
      },
      "astro:build:done": async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        await setContentPolicy(site);
        const kept = await writeServiceWorker(site);
        logger.info(`The service worker keeps ${kept} files.`);
        logger.info("Compressing what was not compressed before...");
        const { files, saved } = await compress(site);
        logger.info(`Compressed ${files} files; Brotli saves ${saved} %.`);
        forgetUnused();
      },
    },
  };
}
