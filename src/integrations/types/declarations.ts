import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { libraries, libraryFolder } from "../../playground/type-checking/language-service.ts";

const require = createRequire(import.meta.url);

/** All declarations that an example can refer to, by the path under which TypeScript looks for them. */
export function readDeclarations(): Record<string, string> {
  return { ...languageDeclarations(), ...packageDeclarations() };
}

/** TypeScript's own: the wished-for libraries and those that they refer to. */
function languageDeclarations(): Record<string, string> {
  const folder = dirname(require.resolve("typescript"));
  const found: Record<string, string> = {};
  const visit = (library: string): void => {
    const path = `${libraryFolder}/lib.${library}.d.ts`;
    if (found[path] === undefined) {
      const text = readFileSync(join(folder, `lib.${library}.d.ts`), "utf8");
      found[path] = text;
      for (const [, referred = ""] of text.matchAll(/^\/\/\/ <reference lib="([^"]+)"/gm)) {
        visit(referred);
      }
    }
  };
  libraries.forEach(visit);
  return found;
}

/** The library's, as its package ships them. */
function packageDeclarations(): Record<string, string> {
  const root = join(process.cwd(), "src/async-primitives");
  if (!existsSync(join(root, "dist/index.d.ts"))) {
    throw new Error(`${root}/dist has no declarations. Run \`npm run build:library\` first.`);
  }
  const names = readdirSync(join(root, "dist"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.d\.ts$|package\.json$/.test(name))
    .map((name) => join("dist", name).replaceAll("\\", "/"));
  return Object.fromEntries(
    ["package.json", ...names].map((name) => [
      `/node_modules/asyncio-ts/${name}`,
      readFileSync(join(root, name), "utf8").replace(/\n\/\/# sourceMappingURL=.*$/, ""),
    ]),
  );
}
