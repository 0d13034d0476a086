import { markdownToHtml } from "satteri";
import { expect, test } from "vitest";
import { headingLinks } from "../../src/markdown/heading-links.ts";

async function htmlOf(source: string): Promise<string> {
  const { html } = await markdownToHtml(source, { hastPlugins: headingLinks });
  return html.trim();
}

test.each([
  ["## Two tasks", '<h2 id="two-tasks"><a href="#two-tasks">Two tasks</a></h2>'],
  [
    "### What `await` does",
    '<h3 id="what-await-does"><a href="#what-await-does">What <code>await</code> does</a></h3>',
  ],
  ["## 两个任务", '<h2 id="两个任务"><a href="#两个任务">两个任务</a></h2>'],
])("%s is a link to itself", async (source, html) => {
  expect(await htmlOf(source)).toBe(html);
});

test.each(["## See [tasks](../tasks/)", "# The title", "#### Of a part"])(
  "%s is no link to itself",
  async (source) => {
    expect(await htmlOf(source)).not.toContain('href="#');
  },
);
