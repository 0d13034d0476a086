import { defineMdastPlugin } from "satteri";

/** What the nodes of a page have in common here. */
interface Part {
  readonly value?: string;
  readonly children?: readonly object[];
}

/**
 * Says of what languages a page's parts are: code within a sentence is not for translators, and on a Chinese page it
 * is read as English, as are the English titles of what the page links to.
 */
export const languageTags = defineMdastPlugin({
  name: "language-tags",
  inlineCode(node, context) {
    const english = isChinese(context) && { lang: "en" };
    context.setProperty(node, "data", { hProperties: { translate: "no", ...english } });
  },
  link(node, context) {
    if (isChinese(context) && isEnglishTitle(textOf(node))) {
      context.setProperty(node, "data", { hProperties: { lang: "en" } });
    }
  },
});

function isChinese({ fileURL }: { readonly fileURL?: URL | undefined }): boolean {
  return /\/content\/zh-cn\//.test(fileURL?.pathname ?? "");
}

/** Several words, none of them Chinese. */
function isEnglishTitle(text: string): boolean {
  return /[A-Za-z] [A-Za-z]/.test(text) && !/\p{Script=Han}/u.test(text);
}

function textOf(node: object): string {
  const { value = "", children = [] } = node as Part;
  return value + children.map(textOf).join("");
}
