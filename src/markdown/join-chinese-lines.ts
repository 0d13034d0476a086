import { defineMdastPlugin } from "satteri";

const betweenChinese = /([\p{Script=Han}　-〿＀-￯])\n[ \t]*(?=[\p{Script=Han}　-〿＀-￯])/gu;

/** Chinese is written without spaces, so that a line break in a page's source must not become one. */
export const joinChineseLines = defineMdastPlugin({
  name: "join-chinese-lines",
  text(node, context) {
    const joined = node.value.replaceAll(betweenChinese, "$1");
    if (joined !== node.value) {
      context.setProperty(node, "value", joined);
    }
  },
});
