import { readFileSync, realpathSync } from "node:fs";
import { resolve, sep } from "node:path";

/**
 * The text of a file of the program, for the page to mark lines in: JavaScript or TypeScript below the folder, and none of a
 * package. Undefined for any other. What Node itself names, it names from the root.
 */
export function readSource(folder: string, path: string): string | undefined {
  if (!/\.[cm]?[jt]sx?$/.test(path)) {
    return undefined;
  }
  try {
    const file = realpathSync(resolve(folder, path));
    const isInside = file.startsWith(realpathSync(folder) + sep);
    return isInside && !file.includes(`${sep}node_modules${sep}`) ? readFileSync(file, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
