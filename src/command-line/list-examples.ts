import type { Language } from "../site.ts";
import type { CarriedExamples } from "./carried-examples.ts";
import { CommandError } from "./command-error.ts";

/**
 * The paths and titles of the examples, one a line.
 *
 * @param section Of this one only.
 * @throws CommandError when there is no such section.
 */
export function listExamples(
  section: string | undefined,
  language: Language,
  examples: CarriedExamples,
): string {
  const known = Object.entries(examples);
  const wanted = known.filter(([path]) => section === undefined || path.startsWith(`${section}/`));
  if (wanted.length === 0) {
    const sections = new Set(known.map(([path]) => path.split("/")[0]));
    throw new CommandError(`there is no section ${section}. The sections are ${[...sections].join(", ")}.`);
  }
  const width = Math.max(...wanted.map(([path]) => path.length));
  return wanted.map(([path, { title }]) => `${path.padEnd(width)}  ${title[language]}`).join("\n");
}
