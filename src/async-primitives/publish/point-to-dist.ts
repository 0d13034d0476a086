import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/**
 * Lets the compiled files import compiled ones. `#network` and its like lead to TypeScript, so that Node, Vitest and
 * bundlers run the sources as they are; `#dist/network` leads to the same module in `dist`. Of the ways to a loop there
 * is but one module to run and one of types, both below the entry.
 */
const dist = new URL("../dist/", import.meta.url);
for (const name of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
  if (/\.(js|d\.ts)$/.test(name)) {
    const file = new URL(name.replaceAll("\\", "/"), dist);
    const waysToLoop = name.endsWith(".d.ts") ? "./core.js" : "./executors/ways-to-a-loop.js";
    const code = readFileSync(file, "utf8");
    const pointed = code
      .replaceAll(/(["'])#(host|network|subprocess|workers)\1/g, "$1#dist/$2$1")
      .replaceAll(/(["'])#ways-to-a-loop\1/g, `$1${waysToLoop}$1`);
    if (pointed !== code) {
      writeFileSync(file, pointed);
    }
  }
}
