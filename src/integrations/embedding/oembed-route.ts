import type { APIRoute, InferGetStaticPropsType } from "astro";
import { filesIn } from "../../examples/files-in.ts";
import { pagesOfExamples } from "../../examples/pages-of-examples.ts";
import { findExample } from "../../examples/shelf.ts";
import { basePath, folderOf, languageOf } from "../../site.ts";
import { describeEmbed } from "./describe-embed.ts";

export const getStaticPaths = () => pagesOfExamples();

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: { lang, path },
  site,
}) => {
  const language = languageOf(lang);
  const example = findExample(path);
  const code = filesIn(language, example).find(({ name }) => name === example.active)?.code ?? "";
  const home = new URL(basePath(), site).href;
  return Response.json(
    describeEmbed({
      title: example.title[language],
      address: `${home}${folderOf(language)}embed/${path}/`,
      home,
      lines: linesOf(code) + linesOf(example.output),
    }),
  );
};

function linesOf(text: string): number {
  return text.trimEnd().split("\n").length;
}
