import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "./digest-of.ts";
import { oncePerProcess } from "./once-per-process.ts";

/** Of asyncio-ts as it is built: what programs run, and what TypeScript reads of it, without what comes by a command. */
export function libraryDigest(): string {
  return oncePerProcess("library-digest", digestLibrary);
}

function digestLibrary(): string {
  const folder = join(process.cwd(), "src/async-primitives");
  const dist = join(folder, "dist");
  if (!existsSync(dist)) {
    throw new Error(`${dist} is missing. Run \`npm run build:library\` first.`);
  }
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(js|ts)$/.test(file) && !/^(inspect|command-line)[/\\]/.test(file))
    .sort();
  return digestOf(
    readFileSync(join(folder, "package.json")),
    ...files.flatMap((file) => [file, readFileSync(join(dist, file))]),
  );
}
