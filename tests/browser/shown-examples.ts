import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listExamples } from "../../src/examples/read-example.ts";
import { formerLessons } from "../../src/progress/former-lessons.ts";

const site = join(import.meta.dirname, "../../dist");

/** The addresses of all built pages that readers visit, in both languages, below the base: `coroutines/`. */
export function builtPages(): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(^|\/)index\.html$/.test(file) && !/^(sandbox|(zh-cn\/)?(code|embed))\//.test(file))
    .map((file) => file.replace(/index\.html$/, ""))
    .filter((address) => !formerPages().includes(address));
}

/** Those that only lead on to what became of a lesson, in both languages: `common-calls/`. */
export function formerPages(): string[] {
  return [...formerLessons.keys()].flatMap((lesson) => [`${lesson}/`, `zh-cn/${lesson}/`]);
}

/** Those of the panes that other sites show, in both languages: `embed/coroutines/say-after/`. */
export function embeddedPages(): string[] {
  return ["embed/", "zh-cn/embed/"].flatMap((folder) =>
    listExamples().map((example) => `${folder}${example}/`),
  );
}

/** The same, by part of the site: the lessons and the reference, in each language. */
export function partsOfTheSite(): [part: string, addresses: string[]][] {
  const partOf = (address: string) => /^(zh-cn\/)?(api\/)?/.exec(address)?.[0] ?? "";
  const parts = new Map<string, string[]>();
  for (const address of builtPages()) {
    parts.set(partOf(address), [...(parts.get(partOf(address)) ?? []), address]);
  }
  return [...parts];
}

/**
 * The examples of each English page, found in the built HTML itself. The Chinese pages show the same ones. An
 * example that is shown on several pages counts for the first.
 */
export function shownExamples(): Map<string, string[]> {
  const seen = new Set<string>();
  const shown = new Map<string, string[]>();
  for (const page of builtPages().filter((address) => address !== "" && !address.startsWith("zh-cn/"))) {
    const html = readFileSync(join(site, page, "index.html"), "utf8");
    const paths = [...html.matchAll(/data-example="([^"]+)"/g)].map(([, path = ""]) => path);
    const fresh = paths.filter((path) => !seen.has(path));
    for (const path of fresh) {
      seen.add(path);
    }
    if (fresh.length > 0) {
      shown.set(page, fresh);
    }
  }
  return shown;
}
