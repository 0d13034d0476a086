import type { Example } from "../../examples/read-example.ts";
import type { ExampleTypes, Word } from "../../playground/static-types/example-types.ts";
import type { Description, TypeChecker } from "../../playground/type-checking/questions.ts";
import { identifiers } from "./identifiers.ts";

/**
 * The types of all names in one of the examples. TypeScript sees all examples at once: it would take a fresh look at
 * its own declarations, a quarter of a second long, whenever other files were open.
 */
export function typesOf(path: string, examples: readonly Example[], checker: TypeChecker): ExampleTypes {
  const files = Object.fromEntries(
    examples.flatMap((example) =>
      example.files
        .filter(({ name }) => name.endsWith(".ts"))
        .map(({ name, code }) => [`${example.path}/${name}`, code]),
    ),
  );
  const descriptions = new Descriptions();
  const words: Record<string, readonly Word[]> = {};
  for (const [name, code] of Object.entries(files).filter(([file]) => file.startsWith(`${path}/`))) {
    words[name.slice(path.length + 1)] = identifiers(code).flatMap(({ from, to }): Word[] => {
      const found = checker.typeAt({ example: "all", files, name }, from);
      return found === undefined ? [] : [[...positionAt(code, from), to - from, descriptions.add(found)]];
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
