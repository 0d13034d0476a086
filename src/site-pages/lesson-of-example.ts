import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lessons } from "./sidebar.ts";

/**
 * The lesson that shows an example: mostly that of its section. Where a lesson was divided the examples kept their folders,
 * and so their addresses and what readers have made of them: of such a one it is the first lesson that shows it.
 */
export function lessonOfExample(path: string): string {
  const [section = ""] = path.split("/");
  const shows = (lesson: string) => textOf(lesson).includes(`path="${path}"`);
  return [section, ...lessons].find(shows) ?? section;
}

/** Where a pane stands in its lesson, below the folder of a language: `together/#example-gather`. */
export function placeOfExample(path: string): string {
  return `${lessonOfExample(path)}/#example-${path.split("/")[1]}`;
}

/** Puts examples of one lesson in the order in which it shows them. */
export function inOrderOfLesson<Shown extends { readonly path: string }>(
  lesson: string,
  examples: readonly Shown[],
): Shown[] {
  const text = textOf(lesson);
  const at = ({ path }: Shown) => text.indexOf(`path="${path}"`);
  return examples.toSorted((one, other) => at(one) - at(other));
}

function textOf(lesson: string): string {
  const file = join(process.cwd(), "content", `${lesson}.mdx`);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
