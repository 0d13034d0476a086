import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface ShownExample {
  /** The page's address below the base, without a leading slash: `coroutines/`. */
  readonly page: string;
  readonly example: string;
}

const site = join(import.meta.dirname, "../../dist");

/** Every pane of the built English pages, found in the HTML itself. */
export function shownExamples(): ShownExample[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("index.html") && !/^(zh-cn|pagefind)\b/.test(file))
    .flatMap((file) => {
      const html = readFileSync(join(site, file), "utf8");
      const page = file.replaceAll("\\", "/").replace(/index\.html$/, "");
      return [...html.matchAll(/data-example="([^"]+)"/g)].map(([, example = ""]) => ({ page, example }));
    });
}
