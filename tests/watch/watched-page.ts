import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { type BuildOptions, build } from "esbuild";

/** A page of somebody's own that has asyncio-ts and the overlay from the published package. */
export interface HostPage {
  /** Its program, in TypeScript. */
  readonly program: string;
  readonly head?: string;
  readonly body?: string;
  /** The language that it says it is in. */
  readonly lang?: string;
  readonly policy?: string;
  /** How its program is bundled, besides. */
  readonly bundling?: BuildOptions;
}

const origin = "http://host.test/";

/** The program as one file, with all that it imports of the package that is installed in a folder. */
export async function bundle(folder: string, program: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder, loader: "ts", sourcefile: "app.ts" },
    bundle: true,
    write: false,
    format: "esm",
    ...options,
  });
  return outputFiles?.[0]?.text ?? "";
}

/**
 * The program beside the package, as development servers serve them: whose frames are whose can be told.
 *
 * @returns The texts of the files by their paths.
 */
export async function bundleApart(folder: string, program: string): Promise<ReadonlyMap<string, string>> {
  const deps = "node_modules/.vite/deps";
  const library = join(folder, "node_modules/asyncio-ts/dist");
  const { outputFiles } = await build({
    entryPoints: {
      "asyncio-ts": join(library, "index.js"),
      "asyncio-ts_watch": join(library, "watch/index.js"),
    },
    outdir: join(folder, deps),
    bundle: true,
    splitting: true,
    write: false,
    format: "esm",
  });
  const app = await bundle(folder, program, {
    plugins: [
      {
        name: "beside",
        setup: ({ onResolve }) =>
          onResolve({ filter: /^asyncio-ts/ }, ({ path }) => ({
            path: `/${deps}/${path.replace("/", "_")}.js?v=1`,
            external: true,
          })),
      },
    ],
  });
  const served = outputFiles.map(({ path, text }) => [path.slice(folder.length + 1), text] as const);
  return new Map([...served, ["src/app.ts", app]]);
}

/** Opens a page with scripts that are served by their paths. */
export async function openPage(
  browser: Browser,
  { head = "", body = "", lang = "en", policy }: HostPage,
  scripts: ReadonlyMap<string, string>,
  onMistake: (line: string) => void,
): Promise<Page> {
  const page = await browser.newPage();
  page.on("pageerror", (error) => onMistake(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") {
      onMistake(message.text());
    }
  });
  const entry = [...scripts.keys()].at(-1);
  await page.route(`${origin}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const script = scripts.get(pathname.slice(1));
    if (script !== undefined) {
      return route.fulfill({ contentType: "text/javascript", body: script });
    }
    return route.fulfill({
      contentType: "text/html",
      headers: policy === undefined ? {} : { "content-security-policy": policy },
      body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>host</title>${head}</head><body>${body}<script type="module" src="/${entry}"></script></body></html>`,
    });
  });
  await page.goto(origin);
  return page;
}
