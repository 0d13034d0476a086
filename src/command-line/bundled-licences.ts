import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The licences of the packages of which something was bundled, one after the other.
 *
 * @param inputs The files that were bundled, with slashes.
 * @throws Error when a package holds no text of its licence.
 */
export function bundledLicences(inputs: readonly string[]): string {
  const roots = new Set(
    inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []),
  );
  const texts = [...roots].sort().map((root) => {
    const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const file = readdirSync(root).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) {
      throw new Error(
        `${name} ${version} is bundled, and has no file with its licence. Leave it out, or add its text.`,
      );
    }
    return `${name} ${version}\n\n${readFileSync(join(root, file), "utf8").trim()}\n`;
  });
  return texts.join("\n\n");
}
