import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { libraries, libraryFolder, type Platform } from "../../playground/type-checking/language-service.ts";

const require = createRequire(import.meta.url);

/** All declarations that an example can refer to, by the path under which TypeScript looks for them. */
export function readDeclarations(platform: Platform = "browser"): Record<string, string> {
  const library = join(process.cwd(), "src/async-primitives");
  if (!existsSync(join(library, "dist/index.d.ts"))) {
    throw new Error(`${library}/dist has no declarations. Run \`npm run build:library\` first.`);
  }
  return {
    ...languageDeclarations(libraries[platform]),
    ...packageDeclarations("asyncio-ts", library, (name) =>
      /^(dist[\\/].*)?package\.json$|^dist[\\/].*\.d\.ts$/.test(name),
    ),
    ...(platform === "node" ? nodeDeclarations() : {}),
  };
}

/** TypeScript's own: the wished-for libraries and those that they refer to. */
function languageDeclarations(wished: readonly string[]): Record<string, string> {
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
  wished.forEach(visit);
  return found;
}

function nodeDeclarations(): Record<string, string> {
  const folder = dirname(require.resolve("@types/node/package.json"));
  return packageDeclarations("@types/node", folder, (name) => /^package\.json$|\.d\.ts$/.test(name));
}

/** The files of a package that the compiler reads. */
function packageDeclarations(
  name: string,
  folder: string,
  isWanted: (file: string) => boolean,
): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(isWanted);
  return Object.fromEntries(
    files.map((file) => [
      `/node_modules/${name}/${file.replaceAll("\\", "/")}`,
      readFileSync(join(folder, file), "utf8").replace(/\n\/\/# sourceMappingURL=.*$/, ""),
    ]),
  );
}
