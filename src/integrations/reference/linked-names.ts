import {
  type AnnotationRenderOptions,
  definePlugin,
  ExpressiveCodeAnnotation,
} from "@astrojs/starlight/expressive-code";
import { placeInReference } from "./addresses.ts";

/** A name that is not a member of something, and what only looks like code: strings and comments. */
const name = /(?<![.\w#])[A-Za-z_]\w*/g;
const prose = /"[^"]*"|`[^`]*`|\/\/.*$/g;

/**
 * Marks code as code for translators and screen readers, and links each name of the library, where it
 * first occurs in a block of the reference, to where it is explained.
 */
export function linkedNames(base: string) {
  return definePlugin({
    name: "linked-names",
    hooks: {
      annotateCode({ codeBlock }) {
        if (!/\breference\b/.test(codeBlock.meta)) {
          return;
        }
        const language = codeBlock.locale?.startsWith("zh") ? "zh-cn" : "en";
        const [, declared = ""] = /^(?:class|const|function|interface|type) (\w+)/.exec(codeBlock.code) ?? [];
        const seen = new Set([declared]);
        for (const line of codeBlock.getLines()) {
          const code = line.text.replaceAll(prose, (text) => " ".repeat(text.length));
          for (const { 0: word, index } of code.matchAll(name)) {
            const place = seen.has(word) ? undefined : placeInReference(word, language);
            seen.add(word);
            if (place !== undefined) {
              line.addAnnotation(
                new Link(base + place, { columnStart: index, columnEnd: index + word.length }),
              );
            }
          }
        }
      },
      postprocessRenderedBlock({ codeBlock, renderData }) {
        const { properties } = renderData.blockAst;
        properties.translate = "no";
        if (codeBlock.locale?.startsWith("zh")) {
          properties.lang = "en";
        }
      },
    },
  });
}

class Link extends ExpressiveCodeAnnotation {
  readonly #href: string;

  constructor(href: string, inlineRange: { columnStart: number; columnEnd: number }) {
    super({ inlineRange, renderPhase: "latest" });
    this.#href = href;
  }

  override render({
    nodesToTransform,
  }: AnnotationRenderOptions): AnnotationRenderOptions["nodesToTransform"] {
    return nodesToTransform.map((node) => ({
      type: "element",
      tagName: "a",
      properties: { href: this.#href },
      // A token of a line; only whole documents are nodes of another kind.
      children: [node as Extract<typeof node, { type: "element" }>],
    }));
  }
}
