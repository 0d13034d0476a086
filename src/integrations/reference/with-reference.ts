import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Loader, LoaderContext } from "astro/loaders";
import { type LibrarySymbol, readLibrary } from "./read-library.ts";
import { checkGroups, type ReferencePage, writePages } from "./write-pages.ts";

const library = join(process.cwd(), "src/async-primitives");

/** The pages that another loader finds, and those of the reference, which are made from the library's doc comments. */
export function withReference(pages: Loader): Loader {
  return {
    ...pages,
    name: "pages-and-reference",
    async load(context) {
      await pages.load(context);
      const symbols = await readOnce(context);
      checkGroups(symbols);
      for (const page of [...writePages(symbols, "en"), ...writePages(symbols, "zh-cn")]) {
        await add(page, context);
      }
    },
  };
}

/** TypeDoc takes seconds, so that what it read is kept until the sources change. */
async function readOnce({ meta }: LoaderContext): Promise<LibrarySymbol[]> {
  const digest = digestOf(library);
  const kept = meta.get("reference");
  if (kept !== undefined && meta.get("reference-digest") === digest) {
    return JSON.parse(kept);
  }
  const symbols = await readLibrary(library);
  meta.set("reference", JSON.stringify(symbols));
  meta.set("reference-digest", digest);
  return symbols;
}

function digestOf(folder: string): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (file.endsWith(".ts") && !/(^|[/\\])(node_modules|dist|tests)[/\\]/.test(file)) {
      hash.update(file).update(readFileSync(join(folder, file)));
    }
  }
  // What is read of the sources changes with these, too.
  for (const file of ["read-library.ts", "declared-text.ts"]) {
    hash.update(readFileSync(join(process.cwd(), "src/integrations/reference", file)));
  }
  return hash.digest("hex");
}

async function add(
  { id, title, description, label, markdown }: ReferencePage,
  context: LoaderContext,
): Promise<void> {
  // Where the page would lie if somebody had written it: Starlight tells its language by that.
  const filePath = `content/${id}.md`;
  const data = await context.parseData({
    id,
    data: {
      title,
      description,
      ...(label && { sidebar: { label } }),
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
    },
  });
  const fileURL = pathToFileURL(join(process.cwd(), filePath));
  const rendered = await context.renderMarkdown(markdown, { fileURL });
  context.store.set({
    id,
    data,
    body: markdown,
    filePath,
    rendered,
    digest: context.generateDigest(markdown),
  });
}
