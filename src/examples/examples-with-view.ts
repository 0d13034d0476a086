import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The examples that some page opens with the view. The pages of both languages show the same ones. */
export function examplesWithView(pages: string = join(process.cwd(), "content")): string[] {
  const texts = readdirSync(pages)
    .filter((name) => name.endsWith(".mdx"))
    .map((name) => readFileSync(join(pages, name), "utf8"));
  return texts.flatMap((text) =>
    [...text.matchAll(/<Example path="([^"]+)"[^>]* view\b/g)].map(([, path = ""]) => path),
  );
}
