import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const library = join(process.cwd(), "src/async-primitives");

/** What a program calls comes first, types come last. */
const kinds = ["function", "class", "const", "interface", "type"];

/** A doc comment, and the declaration that it belongs to. */
const documented =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:\/\/.*\s*)*export (?:abstract )?(function|class|const|interface|type)\*? (\w+)/g;

/** The names that the library's doc comments put into a group, as in `@group Waiting`, by the title of the group. */
export function readTaggedSymbols(): Map<string, string[]> {
  const tagged = globSync("**/*.ts", { cwd: library, exclude: ["{dist,node_modules,tests}/**"] })
    .sort()
    .flatMap((file) => [...readFileSync(join(library, file), "utf8").matchAll(documented)])
    .map(([, comment = "", kind = "", name = ""]) => ({
      group: /^ \* @group (.+)$/m.exec(comment)?.[1],
      kind: kinds.indexOf(kind),
      name,
    }))
    .sort((one, other) => one.kind - other.kind);
  const groups = new Map<string, string[]>();
  for (const { group, name } of tagged) {
    if (group !== undefined) {
      groups.set(group, [...(groups.get(group) ?? []), name]);
    }
  }
  return groups;
}
