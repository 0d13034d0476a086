import { satteriHeadingIdsPlugin } from "@astrojs/markdown-satteri";
import { defineHastPlugin } from "satteri";

/**
 * Makes each heading of a page a link to itself, so that what stands below it can be cited. The heading's own words are
 * the link: a sign beside them would say nothing to who does not see it. A heading that holds a link stays as it is.
 */
export const headingLinks = [
  satteriHeadingIdsPlugin(),
  defineHastPlugin({
    name: "heading-links",
    element: {
      filter: ["h2", "h3"],
      visit(node) {
        const id = node.properties?.id;
        if (typeof id !== "string" || node.children.some(holdsLink)) {
          return;
        }
        return {
          ...node,
          children: [
            { type: "element", tagName: "a", properties: { href: `#${id}` }, children: node.children },
          ],
        } as typeof node;
      },
    },
  }),
];

interface Part {
  readonly type: string;
  readonly tagName?: string;
  readonly children?: readonly Part[];
}

function holdsLink({ tagName, children = [] }: Part): boolean {
  return tagName === "a" || children.some(holdsLink);
}
