import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { markdownToHtml } from "satteri";
import { expect, test } from "vitest";
import { joinChineseLines } from "../../src/markdown/join-chinese-lines.ts";

const house = join(import.meta.dirname, "../..");

async function htmlOf(source: string, page: string): Promise<string> {
  const fileURL = pathToFileURL(join(house, page));
  const { html } = await markdownToHtml(source, { fileURL, mdastPlugins: [joinChineseLines] });
  return html.trim();
}

const chinese = (source: string) => htmlOf(source, "content/zh-cn/tasks.mdx");

test.each([
  ["两个\n汉字", "两个汉字"],
  ["句号。\nPython 在后", "句号。Python 在后"],
  ["Python\n（括号）", "Python（括号）"],
  ["引号\n“在后”", "引号“在后”"],
  ["最好放在\n[任务组](x)里", '最好放在<a href="x">任务组</a>里'],
  ["一个连接。\n**连接池**", "一个连接。<strong>连接池</strong>"],
  ["**粗体。**\n`code`", "<strong>粗体。</strong><code>code</code>"],
  ["[链接\n里](x)，\n`code`", '<a href="x">链接里</a>，<code>code</code>'],
  ["**[最里](x)**\n汉字", '<strong><a href="x">最里</a></strong>汉字'],
])("%j has no space where the line broke", async (source, html) => {
  expect(await chinese(source)).toBe(`<p>${html}</p>`);
});

test.each(["汉字\nPython", "Python\n汉字", "汉字\n`code`", "two\nwords"])(
  "%j keeps its line break, which is a space",
  async (source) => {
    expect(await chinese(source)).toContain("\n");
  },
);

test("an English page keeps all of its line breaks", async () => {
  expect(await htmlOf("say “hello”\n中文", "content/tasks.mdx")).toBe("<p>say “hello”\n中文</p>");
});
