import { definePlugin, type ExpressiveCodePlugin } from "@astrojs/starlight/expressive-code";
import { selectAll } from "@astrojs/starlight/expressive-code/hast";

/**
 * Code blocks of the pages' own text, as the HTML standard wants them: no `div` inside of `code`, and no control
 * characters in what is copied. They are not for translators, and English on every page unless their comments are Chinese.
 */
export function codeBlocks(): ExpressiveCodePlugin {
  return definePlugin({
    name: "code-blocks",
    hooks: {
      postprocessRenderedBlock: ({ codeBlock: { code }, renderData: { blockAst } }) => {
        const language = /\p{Script=Han}/u.test(code) ? "zh-CN" : "en";
        for (const pre of selectAll("pre", blockAst)) {
          Object.assign(pre.properties, { lang: language, translate: "no" });
        }
        for (const line of selectAll("code div", blockAst)) {
          line.tagName = "span";
        }
        for (const { properties } of selectAll("button[data-code]", blockAst)) {
          properties.dataCode = String(properties.dataCode).replaceAll("\u007f", "\n");
        }
      },
    },
  });
}
