import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type { AstroIntegration } from "astro";
import { build } from "esbuild";
import type { Plugin } from "vite";
import { shippedFiles } from "../licences/shipped-files.ts";
import { unusedOfSucrase } from "./unused-of-sucrase.ts";

/**
 * Where the sandbox pages are served, below the site's base. Those of embedded panes are the same, at addresses of their
 * own: a page in a frame has all the pages around it for ancestors, and no stranger may be one of the site's other pages.
 */
const sandboxPages = {
  "/sandbox": "./src/sandbox/sandbox.astro",
  "/sandbox/python": "./src/sandbox/python/python.astro",
  "/embed/sandbox": "./src/sandbox/sandbox.astro",
  "/embed/sandbox/python": "./src/sandbox/python/python.astro",
};

/** What each `virtual:sandbox/*` module bundles, and as what kind of script. */
const scripts = {
  "virtual:sandbox/frame": { entry: "src/sandbox/frame.ts", format: "iife" },
  "virtual:sandbox/compiler": { entry: "src/sandbox/compiler-worker.ts", format: "iife" },
  "virtual:sandbox/worker": { entry: "src/sandbox/worker.ts", format: "iife" },
  "virtual:sandbox/inspection": { entry: "src/sandbox/inspect-loops.ts", format: "esm" },
  "virtual:sandbox/promise-inspection": { entry: "src/sandbox/inspect-promises.ts", format: "esm" },
  "virtual:sandbox/promise-inspection-with-values": {
    entry: "src/sandbox/inspect-promises-with-values.ts",
    format: "esm",
  },
  "virtual:sandbox/everyday-library": { entry: "src/sandbox/everyday-library.ts", format: "esm" },
  "virtual:sandbox/python-frame": { entry: "src/sandbox/python/frame.ts", format: "iife" },
  "virtual:sandbox/python-worker": { entry: "src/sandbox/python/worker.ts", format: "esm" },
  "virtual:sandbox/library": { entry: "src/sandbox/inspected-library.ts", format: "esm" },
} as const;

/** Adds the sandbox pages, and bundles the scripts that it hands on as text to frames and workers. */
export function sandbox(): AstroIntegration {
  return {
    name: "sandbox",
    hooks: {
      "astro:config:setup": ({ injectRoute, updateConfig }) => {
        for (const [pattern, entrypoint] of Object.entries(sandboxPages)) {
          injectRoute({ pattern, entrypoint, prerender: true });
        }
        updateConfig({ vite: { plugins: [sandboxScripts()] } });
      },
    },
  };
}

function sandboxScripts(): Plugin {
  return {
    name: "sandbox-scripts",
    resolveId: (id) => (id in scripts ? `\0${id}` : undefined),
    async load(id) {
      const script = scripts[id.slice(1) as keyof typeof scripts];
      if (script === undefined || !id.startsWith("\0")) {
        return undefined;
      }
      const { text, inputs } = await bundle(script);
      for (const input of inputs) {
        this.addWatchFile(input);
        shippedFiles().add(resolve(input));
      }
      const hash = `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
      return [`export default ${JSON.stringify(text)};`, `export const hash = ${JSON.stringify(hash)};`].join(
        "\n",
      );
    },
  };
}

interface Bundle {
  readonly text: string;
  /** The files that it was made from. */
  readonly inputs: readonly string[];
}

async function bundle({ entry, format }: (typeof scripts)[keyof typeof scripts]): Promise<Bundle> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    format,
    conditions: ["asyncio-ts-source"],
    // Pyodide asks for these where it runs in Node.
    external: ["node:*", "ws"],
    loader: { ".py": "text" },
    // The oldest engine that the site is tested in must load it as it is.
    target: "es2022",
    minify: true,
    // The library names its classes in messages, and its functions in traces.
    keepNames: /library/.test(entry),
    plugins: [unusedOfSucrase],
    write: false,
    metafile: true,
  });
  return {
    text: result.outputFiles[0]?.text ?? "",
    inputs: Object.keys(result.metafile.inputs),
  };
}
