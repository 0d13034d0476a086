import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { defineMdastPlugin } from "satteri";
import { findExample } from "../examples/shelf.ts";

/** Checks every `<Example path="...">` of a page where the line is still known: in the page's source. */
export const exampleReferences = defineMdastPlugin({
  name: "example-references",
  options: { position: true },
  mdxJsxFlowElement(node, context) {
    if (node.name !== "Example") {
      return;
    }
    const path = node.attributes.find((attribute) => "name" in attribute && attribute.name === "path")?.value;
    const page = context.fileURL ? relative(process.cwd(), fileURLToPath(context.fileURL)) : "a page";
    const position = `${page}:${node.position?.start.line ?? "?"}`;
    if (typeof path !== "string") {
      throw new Error(`${position}: <Example> needs a path, as in <Example path="coroutines/say-after" />.`);
    }
    try {
      findExample(path);
    } catch (error) {
      throw new Error(`${position}: ${(error as Error).message}`);
    }
  },
});
