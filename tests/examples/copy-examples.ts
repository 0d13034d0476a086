import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listExamples, readExample } from "../../src/examples/read-example.ts";
import { installPackage } from "../machine/installed-package.ts";

/**
 * An empty project that has installed the packed library, with the programs of all examples in it, as a reader makes one who
 * copies each from its pane. That Copy gives these very texts is the matter of tests/browser/clipboard.spec.ts.
 */
export function copyExamples(): string {
  const project = installPackage();
  for (const { path, files } of listExamples().map((path) => readExample(path))) {
    const folder = join(project, path);
    mkdirSync(folder, { recursive: true });
    for (const { name, code } of files.filter(({ name }) => /\.(ts|py)$/.test(name))) {
      writeFileSync(join(folder, name), code);
    }
  }
  return project;
}
