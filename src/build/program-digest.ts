import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { digestOf } from "./digest-of.ts";
import { oncePerProcess } from "./once-per-process.ts";

const known = oncePerProcess("program-digests", () => new Map<string, Promise<string>>());

/**
 * What a module does, as a digest: its code and that of all modules that it imports, the packages that are installed,
 * and Node. What was made by a module with the same digest need not be made again.
 *
 * @param entry The module's path below the project's root.
 */
export function programDigest(entry: string): Promise<string> {
  const digest = known.get(entry) ?? digestProgram(entry);
  known.set(entry, digest);
  return digest;
}

/** The same, computed now. */
export async function digestProgram(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(process.cwd(), entry)],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    minify: true,
    write: false,
  });
  const packages = readFileSync(join(process.cwd(), "package-lock.json"));
  return digestOf(outputFiles[0]?.contents ?? "", packages, process.version);
}
