import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFiles, projectName, tarballFile } from "../playground/sharing/project-files.ts";
import { alike, type CarriedExamples, codeIn } from "./carried-examples.ts";
import { CommandError } from "./command-error.ts";
import type { ExampleRequest } from "./example-words.ts";
import { packLibrary } from "./pack-library.ts";

type Written = Extract<ExampleRequest, { type: "write" }>;

/**
 * Writes an example as a project into a folder that is new or empty. Answers with what to say of it.
 *
 * @throws CommandError when there is no such example, or its folder cannot be written.
 */
export function writeExample({ path, folder, language }: Written, examples: CarriedExamples): string {
  const example = Object.hasOwn(examples, path) ? examples[path] : undefined;
  if (example === undefined) {
    throw new CommandError(unknown(path, examples));
  }
  const target = folder ?? projectName(path);
  const code = codeIn(language, example);
  const texts = { ...projectFiles({ example: path, main: example.main, language }), ...code };
  makeFolder(target);
  const tarball = packLibrary();
  writing(target, () => {
    for (const [name, content] of Object.entries({ ...texts, [tarballFile]: tarball })) {
      writeFileSync(join(target, name), content, { flag: "wx" });
    }
  });
  return `${target} has ${Object.keys(code).join(", ")}. To run it:\n\n  cd ${target}\n  npm install && npm start`;
}

function unknown(path: string, examples: CarriedExamples): string {
  const offered = alike(path, examples);
  const choice = new Intl.ListFormat("en", { type: "disjunction" }).format(offered);
  const hint = choice === "" ? "" : ` Did you mean ${choice}?`;
  return `there is no example ${path}.${hint} \`asyncio-ts example --list\` names all.`;
}

/** What somebody has is never written over. */
function makeFolder(folder: string): void {
  const isUsed = writing(folder, () => {
    mkdirSync(folder, { recursive: true });
    return readdirSync(folder).length > 0;
  });
  if (isUsed) {
    throw new CommandError(`${folder} is not empty, and nothing is written over. Name another folder.`);
  }
}

function writing<T>(folder: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new CommandError(`${folder} cannot be written: ${(error as Error).message}`);
  }
}
