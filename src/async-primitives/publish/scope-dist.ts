import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

/**
 * Gives the compiled files a package scope of their own, in which `#network` and its like lead to JavaScript:
 * the scope of the sources leads to TypeScript, so that Node, Vitest and bundlers run those as they are.
 */
const sources = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const imports = JSON.parse(JSON.stringify(sources.imports).replaceAll('.ts"', '.js"'));
const dist = new URL("../dist/", import.meta.url);
mkdirSync(dist, { recursive: true });
writeFileSync(
  new URL("package.json", dist),
  `${JSON.stringify({ type: "module", sideEffects: false, imports }, undefined, 2)}\n`,
);
