import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const library = join(createRequire(import.meta.url).resolve("asyncio-ts/package.json"), "..");
const isWindows = process.platform === "win32";

/** Runs a program to its end and answers with its output. Throws if it fails. */
export function runIn(cwd: string, command: string, ...words: readonly string[]): string {
  return execFileSync(command, words, { cwd, encoding: "utf8", stdio: "pipe", shell: isWindows });
}

/** A new folder that has the library installed from its tarball, and nothing else. */
export function installPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), "asyncio-ts-package-"));
  runIn(library, "npm", "pack", "--pack-destination", folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  runIn(folder, "npm", "install", "--offline", "--no-audit", "--no-fund", `./${tarball}`);
  return folder;
}
