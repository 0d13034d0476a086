import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const content = join(import.meta.dirname, "../../content");
const lessons = readdirSync(content)
  .filter((name) => name.endsWith(".mdx"))
  .map((name) => ({ name, text: readFileSync(join(content, name), "utf8") }))
  .filter(({ text }) => text.includes("<Example "));

test.for(lessons)("$name opens one example with the event-loop view", ({ text }) => {
  expect(text.match(/<Example [^>]*\bview\b/g)).toHaveLength(1);
});
