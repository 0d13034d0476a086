import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { writeServiceWorker } from "../../src/integrations/delivery/write-service-worker.ts";
import { test as cutOff } from "./cut-off.ts";

/** The sites that were built, as the tests serve them. */
export const sites = [
  { name: "at the root of its host", folder: join(import.meta.dirname, "../../dist"), path: "/" },
  { name: "below a path", folder: join(import.meta.dirname, "dist"), path: "/docs/" },
];
export const [{ folder: built }] = sites as [(typeof sites)[0]];

/** In the name of every script of the next release, and in the heading of every page. */
export const mark = "next-release";

/** Tests with releases of their own, in folders that are there as long as the test. */
export const test = cutOff.extend<{ first: string; next: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  first: async ({}, use) => {
    const folder = await firstRelease();
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  next: async ({ first }, use) => {
    const folder = await nextRelease(first);
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

/** A release of a site with two of our lessons and the page of progress: what holds of their pages holds of all, which take long to store. */
async function firstRelease(): Promise<string> {
  const folder = copyOf(built, (path) => !/^(zh-cn|api|pagefind|types)\//.test(path) && isOfTheLessons(path));
  await writeServiceWorker(folder);
  return folder;
}

function isOfTheLessons(path: string): boolean {
  return (
    !/(^|\/)[^/]+\/index\.html$/.test(path) || /^(code\/)?(coroutines|tasks|progress|sandbox)\//.test(path)
  );
}

/** The site as it might be built next: other words on the pages, other names of all scripts, and none of the old ones. */
async function nextRelease(first: string): Promise<string> {
  const folder = copyOf(first);
  const scripts = readdirSync(join(folder, "_astro")).filter((name) => name.endsWith(".js"));
  const renamed = (text: string) =>
    scripts.reduce((rest, name) => rest.replaceAll(name, name.replace(/\.js$/, `.${mark}.js`)), text);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (/\.(html|js)$/.test(name)) {
      const path = join(folder, name);
      writeFileSync(path, renamed(readFileSync(path, "utf8")).replace("</h1>", ` ${mark}</h1>`));
    }
  }
  for (const name of scripts) {
    renameSync(join(folder, "_astro", name), join(folder, "_astro", renamed(name)));
  }
  await writeServiceWorker(folder);
  return folder;
}

/** @param isWanted Which of its files, by their paths below it. */
function copyOf(site: string, isWanted = (_path: string) => true): string {
  const folder = mkdtempSync(join(tmpdir(), "asyncio-ts-site-"));
  const pathOf = (file: string) => relative(site, file).replaceAll("\\", "/");
  cpSync(site, folder, {
    recursive: true,
    filter: (file) => !/\.(br|gz)$/.test(file) && isWanted(pathOf(file)),
  });
  return folder;
}
