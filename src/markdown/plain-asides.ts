import { defineHastPlugin } from "satteri";

/**
 * Leaves the picture out of an aside's title: its outline weighs more than a paragraph of the text, and says nothing that
 * the title and the coloured edge do not say.
 */
export const plainAsides = defineHastPlugin({
  name: "plain-asides",
  element: {
    filter: ["p"],
    visit(node) {
      const isTitle = String(node.properties?.className ?? node.properties?.class).includes(
        "starlight-aside__title",
      );
      return isTitle ? { ...node, children: node.children.filter((child) => !isPicture(child)) } : undefined;
    },
  },
});

/** Starlight inserts it as markup that is not parsed. */
function isPicture(node: object): boolean {
  return "name" in node && node.name === "Fragment";
}
