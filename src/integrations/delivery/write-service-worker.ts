import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { SiteFile, SizedFile } from "../../offline/site-file.ts";

const source = fileURLToPath(new URL("../../offline/service-worker.ts", import.meta.url));

/**
 * What no page of the site asks for: files for search engines, language models, feeds, servers, other sites, and Pagefind's own interfaces.
 * And CPython, which is as heavy as all else: who runs Python fetches it, and it is kept for those who ask for that.
 */
const notKept =
  /(^|\/)\.|^og\/|^(zh-cn\/)?embed\/|^embed\.js$|^_astro\/embedded-example\.|^python\/|\.(br|gz|xml|map)$|^llms(-full)?\.txt$|^service-worker\.js$|^pagefind\/pagefind-(ui|component-ui|modular-ui|highlight)\./;

const ofPython = /^python\/[^/]+(?<!\.(br|gz))$/;

/** Bundles the service worker with the lists of the files that it keeps. Returns how many it keeps for everybody. */
export async function writeServiceWorker(site: string): Promise<number> {
  const all = readdirSync(site, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => statSync(join(site, name)).isFile())
    .sort();
  const siteFiles = all.filter((name) => !notKept.test(name)).map((name) => describe(site, name));
  const pythonFiles: SizedFile[] = all
    .filter((name) => ofPython.test(name))
    .map((name) => ({ ...describe(site, name), size: statSync(join(site, name)).size }));
  const result = await build({
    entryPoints: [source],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    write: false,
    legalComments: "none",
    define: {
      siteFiles: JSON.stringify(siteFiles),
      pythonFiles: JSON.stringify(pythonFiles),
      "process.env.NODE_ENV": '"production"',
    },
  });
  writeFileSync(join(site, "service-worker.js"), result.outputFiles[0]?.text ?? "");
  return siteFiles.length;
}

function describe(site: string, name: string): SiteFile {
  const hash = createHash("sha256").update(readFileSync(join(site, name)));
  const digest = hash.digest("base64");
  return { url: encodeURI(name), revision: digest.slice(0, 16), integrity: `sha256-${digest}` };
}
