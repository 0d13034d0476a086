import type { Example } from "../../examples/read-example.ts";
import type { ExampleTypes, Word } from "../../playground/static-types/example-types.ts";
import { describeType } from "../../playground/type-checking/describe-type.ts";
import type { LanguageService } from "../../playground/type-checking/language-service.ts";
import type { Description } from "../../playground/type-checking/questions.ts";
import { identifiers } from "./identifiers.ts";

/**
 * The types of all names in each of the examples. TypeScript sees all of them at once: it would take a fresh look at
 * its own declarations whenever other files were open.
 */
export function typesOf(examples: readonly Example[], language: LanguageService): ExampleTypes[] {
  const files = Object.fromEntries(examples.flatMap((example) => Object.entries(sourcesOf(example))));
  return examples.map((example) => typesOfOne(Object.keys(sourcesOf(example)), example, files, language));
}

/** The TypeScript of an example, by the path below `examples/`. */
function sourcesOf({ path, files }: Example): Record<string, string> {
  const sources = files.filter(({ name }) => name.endsWith(".ts"));
  return Object.fromEntries(sources.map(({ name, code }) => [`${path}/${name}`, code]));
}

function typesOfOne(
  names: readonly string[],
  { path }: Example,
  files: Readonly<Record<string, string>>,
  { service, open }: LanguageService,
): ExampleTypes {
  const descriptions = new Descriptions();
  const words: Record<string, readonly Word[]> = {};
  for (const name of names) {
    const file = open({ example: "all", files, name });
    words[name.slice(path.length + 1)] = identifiers(file.code).flatMap(({ from, to }): Word[] => {
      const found = describeType(service, file, from);
      return found === undefined
        ? []
        : [[...positionAt(file.code, from), to - from, descriptions.add(found)]];
    });
  }
  return { descriptions: descriptions.all, words };
}

function positionAt(code: string, offset: number): [line: number, column: number] {
  const before = code.slice(0, offset).split("\n");
  return [before.length - 1, before.at(-1)?.length ?? 0];
}

/** Names of the same type share its description. */
class Descriptions {
  readonly all: Description[] = [];

  add({ type, comment }: Description): number {
    const known = this.all.findIndex((other) => other.type === type && other.comment === comment);
    return known >= 0 ? known : this.all.push({ type, comment }) - 1;
  }
}
