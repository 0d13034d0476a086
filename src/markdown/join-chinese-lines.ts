import { defineMdastPlugin } from "satteri";

/** What the nodes of a page have in common here. */
interface Part {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Part[];
}

/** What the parts of a sentence may be within. */
const phrasing = new Set(["delete", "emphasis", "link", "mdxJsxTextElement", "strong"]);

/** Marks that are as wide as a character and bring their own space. Quotation marks, dashes and dots are so in Chinese. */
const mark = /[\u3000-\u303f\uff00-\uffef“”‘’…—]/;
const character = /[\p{Script=Han}]/u;

/**
 * Chinese is written without spaces, so that a line break in a page's source must not become one: not between two
 * characters, and not beside a full-width mark, whatever stands on the other side. What stands there may be in another
 * node: in bold, in a link, in code.
 */
export const joinChineseLines = defineMdastPlugin({
  name: "join-chinese-lines",
  text(node, context) {
    if (!node.value.includes("\n") || !/\/content\/zh-cn\//.test(context.fileURL?.pathname ?? "")) {
      return;
    }
    const outside = (step: -1 | 1): string => textBeside(node as Part, step, context as unknown as Tree);
    const joined = node.value.replace(/[ \t]*\n[ \t]*/g, (lineBreak, offset: number) => {
      const before = node.value.slice(0, offset).at(-1) ?? outside(-1).at(-1) ?? "";
      const after = node.value.slice(offset + lineBreak.length)[0] ?? outside(1)[0] ?? "";
      return isJoint(before, after) ? "" : lineBreak;
    });
    if (joined !== node.value) {
      context.setProperty(node, "value", joined);
    }
  },
});

function isJoint(before: string, after: string): boolean {
  return mark.test(before) || mark.test(after) || (character.test(before) && character.test(after));
}

/** The way from a node to those around it. */
interface Tree {
  parent(node: Part): Part | undefined;
  indexOf(node: Part): number | undefined;
}

/** The text of what stands before (-1) or after (1) the node in its sentence, if anything does. */
function textBeside(node: Part, step: -1 | 1, tree: Tree): string {
  const parent = tree.parent(node);
  const index = tree.indexOf(node);
  if (parent === undefined || index === undefined) {
    return "";
  }
  const sibling = parent.children?.[index + step];
  if (sibling !== undefined) {
    return textOf(sibling);
  }
  return phrasing.has(parent.type) ? textBeside(parent, step, tree) : "";
}

function textOf({ value = "", children = [] }: Part): string {
  return value + children.map(textOf).join("");
}
