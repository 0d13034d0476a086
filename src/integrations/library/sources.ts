import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRoute } from "astro";

const folder = join(process.cwd(), "src/async-primitives");

/** The library's own TypeScript, by file name, for readers who want to see how it works. */
export const GET: APIRoute = () => Response.json(readSources());

function readSources(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts") && !/(^|\/)(node_modules|dist|tests)\//.test(name))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
