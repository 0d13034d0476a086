import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readExample } from "../../src/examples/read-example.ts";

const content = join(import.meta.dirname, "../../content");
const lessons = readdirSync(content)
  .filter((name) => name.endsWith(".mdx"))
  .map((name) => ({ name, text: readFileSync(join(content, name), "utf8") }))
  .filter(({ text }) => text.includes("<Example "))
  // The view is of the library's loop. A lesson about the host's has nothing to show in it.
  .filter(({ text }) => pathsIn(text).some((path) => readExample(path).versions.includes("main.ts")));

function pathsIn(text: string): string[] {
  return [...text.matchAll(/<Example path="([^"]+)"/g)].map(([, path = ""]) => path);
}

test.for(lessons)("$name opens one example with the event-loop view", ({ text }) => {
  expect(text.match(/<Example [^>]*\bview\b/g)).toHaveLength(1);
});
