import { folderOf, languageOf } from "../site.ts";
import { examplesWithView } from "./examples-with-view.ts";
import { listExamples } from "./read-example.ts";

/** Of what has a page for each example in both languages: `/[...folder]/…/[section]/[slug]`. */
export function pagesOfExamples() {
  const viewed = new Set(examplesWithView());
  return (["en", "zh-CN"] as const).flatMap((lang) =>
    listExamples().map((path) => {
      const [section, slug] = path.split("/");
      // Without the slash, of which the pattern has one; for English there is no folder at all.
      const folder = folderOf(languageOf(lang)).slice(0, -1) || undefined;
      return { params: { folder, section, slug }, props: { lang, path, isViewed: viewed.has(path) } };
    }),
  );
}
