import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Loader, LoaderContext } from "astro/loaders";
import { readCachedLibrary } from "../reference/cached-library.ts";
import { withHighlightedCode } from "../reference/code-block.ts";
import type { GeneratedPage } from "../reference/generated-page.ts";
import { referencePages } from "../reference/reference-pages.ts";
import { readTranslations } from "../reference/translations.ts";
import { languageOf } from "../site.ts";
import { changesPages } from "./changes-pages.ts";

/** The pages that another loader finds, the reference, made from the library's doc comments, and the list of changes. */
export function withGeneratedPages(pages: Loader): Loader {
  return {
    ...pages,
    name: "written-and-generated-pages",
    async load(context) {
      await pages.load(context);
      const symbols = await readCachedLibrary();
      for (const page of [...referencePages(symbols, readTranslations()), ...changesPages()]) {
        await add(page, context);
      }
    },
  };
}

async function add(
  { id, title, description, label, markdown }: GeneratedPage,
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
  const highlighted = await withHighlightedCode(markdown, languageOf(id));
  const rendered = await context.renderMarkdown(highlighted, { fileURL });
  context.store.set({
    id,
    data,
    body: markdown,
    filePath,
    rendered,
    digest: context.generateDigest(highlighted),
  });
}
