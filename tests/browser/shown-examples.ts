import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface ShownExample {
  /** The page's address below the base, without a leading slash: `coroutines/`. */
  readonly page: string;
  readonly example: string;
}

const site = join(import.meta.dirname, "../../dist");

/** The addresses of all built pages that readers visit, in both languages. */
export function builtPages(): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(^|\/)index\.html$/.test(file) && !file.startsWith("sandbox/"))
    .map((file) => file.replace(/index\.html$/, ""));
}

/** Every pane of the English pages, found in the built HTML itself. The Chinese pages show the same ones. */
export function shownExamples(): ShownExample[] {
  return builtPages()
    .filter((page) => !page.startsWith("zh-cn/"))
    .flatMap((page) => {
      const html = readFileSync(join(site, page, "index.html"), "utf8");
      return [...html.matchAll(/data-example="([^"]+)"/g)].map(([, example = ""]) => ({ page, example }));
    });
}
