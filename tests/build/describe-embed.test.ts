import { expect, test } from "vitest";
import { describeEmbed } from "../../src/integrations/embedding/describe-embed.ts";

const home = "https://example.org/docs/";
const example = { title: 'Ticks & "tocks" <1>', address: `${home}embed/coroutines/bare-yield/`, home };

test("an example is described as oembed.com demands it of what is rich", () => {
  const description = describeEmbed({ ...example, lines: 10 });
  expect(description).toMatchObject({
    version: "1.0",
    type: "rich",
    title: example.title,
    provider_url: home,
    width: expect.any(Number),
    height: expect.any(Number),
  });
  expect(description.html).toMatch(/^<iframe [^<>]*><\/iframe>$/);
  expect(description.html).toContain(`src="${example.address}"`);
  expect(description.html).toContain('title="Ticks &amp; &quot;tocks&quot; &lt;1&gt;"');
  expect(description.html).toContain(`width="${description.width}" height="${description.height}"`);
});

test("a longer example is higher, up to a bound", () => {
  const heights = [5, 20, 400, 500].map((lines) => describeEmbed({ ...example, lines }).height);
  expect(heights[0]).toBeLessThan(heights[1] ?? 0);
  expect(heights[2]).toBe(heights[3]);
});
