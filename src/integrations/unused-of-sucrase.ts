import { readFile } from "node:fs/promises";
import { parse } from "es-module-lexer/js";
import type { Plugin } from "esbuild";

/** Modules of sucrase for languages that panes do not hold, and for engines of old: their exports stay, and do nothing. */
const emptied = [
  "CJSImportProcessor",
  "parser/plugins/flow",
  "parser/plugins/jsx/index",
  "parser/plugins/jsx/xhtml",
  "transformers/CJSImportTransformer",
  "transformers/FlowTransformer",
  "transformers/JSXTransformer",
  "transformers/JestHoistTransformer",
  "transformers/NumericSeparatorTransformer",
  "transformers/OptionalCatchBindingTransformer",
  "transformers/OptionalChainingNullishTransformer",
  "transformers/ReactDisplayNameTransformer",
  "transformers/ReactHotLoaderTransformer",
];

/** Modules that are replaced by what is left of them when nobody asks. */
const replaced: Readonly<Record<string, string>> = {
  // What it would put before a program for engines of old.
  "sucrase/dist/esm/HelperManager.js": "export class HelperManager { emitHelpers() { return ''; } }",
  // Sucrase checks its options with it; ours are checked by TypeScript.
  "ts-interface-checker/dist/index.js": `
    const type = () => ({});
    export const union = type, lit = type, iface = type, array = type, opt = type;
    export const createCheckers = () => ({ Options: { strictCheck() {} } });
  `,
  // For source maps that name other source maps.
  "@jridgewell/resolve-uri/dist/resolve-uri.umd.js": "export default (path) => path;",
};

/** Leaves out of the compiler what a pane never uses. */
export const unusedOfSucrase: Plugin = {
  name: "unused-of-sucrase",
  setup({ onLoad }) {
    onLoad(
      { filter: /[\\/]node_modules[\\/](sucrase|ts-interface-checker|@jridgewell)[\\/]/ },
      async (file) => {
        const path = file.path.replaceAll("\\", "/").replace(/^.*\/node_modules\//, "");
        const code = replaced[path] ?? (await readFile(file.path, "utf8"));
        const isEmptied = emptied.some((name) => path === `sucrase/dist/esm/${name}.js`);
        return { contents: isEmptied ? stubExports(code) : declareEnumerations(code), loader: "ts" };
      },
    );
  },
};

function stubExports(code: string): string {
  const [, exports] = parse(code);
  const names = exports.flatMap((found) => ("name" in found ? [found.name] : []));
  const statements = names.map((name) =>
    name === "default" ? "export default class {}" : `export const ${name} = () => false;`,
  );
  return statements.join("\n");
}

/** Declares each `enum` again, which the package has compiled away: the bundler writes their numbers where they are used, and nothing else. */
function declareEnumerations(code: string): string {
  return code.replace(
    /export var (\w+); \(function \(\1\) \{(.*?)\}\)\(\1 \|\| \(\1 = \{\}\)\);/gs,
    (_, name, body) => {
      const members = body.matchAll(/const (\w+) = ([^;]+);/g);
      return `export enum ${name} { ${[...members].map(([, member, value]) => `${member} = ${value}`).join(", ")} }`;
    },
  );
}
