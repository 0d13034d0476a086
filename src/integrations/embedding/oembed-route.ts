import type { APIRoute, GetStaticPaths } from "astro";
import { filesIn } from "../../examples/files-in.ts";
import { listExamples } from "../../examples/read-example.ts";
import { findExample } from "../../examples/shelf.ts";
import { basePath, folderOf, type Language } from "../../site.ts";
import { describeEmbed } from "./describe-embed.ts";

interface Described {
  readonly language: Language;
  readonly path: string;
}

export const getStaticPaths: GetStaticPaths = () =>
  (["en", "zh-cn"] as const).flatMap((language) =>
    listExamples().map((path) => {
      const [section, slug] = path.split("/");
      const folder = folderOf(language).slice(0, -1) || undefined;
      return { params: { folder, section, slug }, props: { language, path } satisfies Described };
    }),
  );

export const GET: APIRoute = ({ props, site }) => {
  const { language, path } = props as Described;
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
