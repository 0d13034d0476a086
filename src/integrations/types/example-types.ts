import { digestOf } from "../../build/digest-of.ts";
import { findKept, keep } from "../../build/kept.ts";
import { libraryDigest } from "../../build/library-digest.ts";
import { oncePerProcess } from "../../build/once-per-process.ts";
import { programDigest } from "../../build/program-digest.ts";
import type { Example } from "../../examples/read-example.ts";
import { findAllExamples } from "../../examples/shelf.ts";
import type { ExampleTypes } from "../../playground/static-types/example-types.ts";
import { askForTypes } from "./ask-worker.ts";

/** Types by the path of the example. */
type TypesByPath = Readonly<Record<string, ExampleTypes>>;

const found = oncePerProcess("example-types", () => new WeakMap<Example, Promise<TypesByPath>>());

/** The types of all names in an example, for its pane. */
export async function exampleTypes(example: Example): Promise<ExampleTypes> {
  const group = groupOf(example);
  const first = group[0] ?? example;
  const types = found.get(first) ?? findTypes(group);
  found.set(first, types);
  return (await types)[example.path] ?? { descriptions: [], words: {} };
}

/**
 * The examples whose types are found together. How TypeScript writes a type may hang on what else it has looked at,
 * so what is kept of a few examples must be made of these few. With one at a time it would begin anew each time.
 */
function groupOf({ path, runtime }: Example): Example[] {
  const section = path.slice(0, path.indexOf("/") + 1);
  return findAllExamples().filter((other) => other.path.startsWith(section) && other.runtime === runtime);
}

async function findTypes(examples: readonly Example[]): Promise<TypesByPath> {
  const digest = digestOf(
    await programDigest("src/integrations/types/types-worker.ts"),
    libraryDigest(),
    JSON.stringify(examples.map(({ path, runtime, files }) => [path, runtime, files])),
  );
  const kept = findKept("types", digest);
  if (kept !== undefined) {
    return JSON.parse(kept.toString());
  }
  const types = await askForTypes(examples);
  const byPath = Object.fromEntries(examples.map(({ path }, index) => [path, types[index]]));
  keep("types", digest, JSON.stringify(byPath));
  return byPath as TypesByPath;
}
