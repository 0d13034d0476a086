import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ScaffoldError } from "./scaffold-error.ts";

/** Writes files below `root`, none of which may exist. Gives their paths. */
export function writeNew(root: string, files: Readonly<Record<string, string>>): string[] {
  const paths = Object.keys(files);
  const existing = paths.find((path) => existsSync(join(root, path)));
  if (existing !== undefined) {
    throw new ScaffoldError(
      `${existing} exists already, and is not overwritten. Choose another name, or edit it.`,
    );
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return paths;
}
