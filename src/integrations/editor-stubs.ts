import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AstroIntegration } from "astro";
import { parse } from "es-module-lexer/js";

/** The part of the bundler that is needed here. */
interface PluginContext {
  resolve(id: string, importer?: string): Promise<{ readonly id: string } | null>;
}

const require = createRequire(import.meta.url);

/**
 * Modules that Sandpack and sucrase bring along and that a pane has no use for: each is replaced by what is left of
 * it when nobody asks. Together they are a fifth of what a reader's first Run would load.
 */
const stubbed: Readonly<Record<string, string>> = {
  // Sandpack's service-worker previews look up media types; panes have none.
  "mime-db": "export default {};",
  // Sandpack's way of running Node; panes have another sandbox, and its licence forbids commercial use.
  "@codesandbox/nodebox": `
    export class Nodebox {}
    export const INJECT_MESSAGE_TYPE = "", PREVIEW_LOADED_MESSAGE_TYPE = "";
  `,
  // Panes hold TypeScript only.
  "@codemirror/lang-css": "export const css = () => [];",
  "@codemirror/lang-html": "export const html = () => [];",
  // The editor is mounted when it is wanted, so it is never out of sight.
  "@react-hook/intersection-observer": "export default () => ({ isIntersecting: true });",
  // What the language support offers while typing; with types switched on, TypeScript offers better.
  offers: `
    const none = () => null;
    export const snippetCompletion = none, completeFromList = () => none, ifNotIn = () => none;
  `,
  // Colours of terminals, for Sandpack's own console; panes have another one.
  anser: "export default {};",
  "escape-carriage": "export const escapeCarriageReturn = (text) => text;",
  // Sucrase checks its options with it; ours are checked by the compiler.
  "ts-interface-checker": `
    const type = () => ({});
    export const union = type, lit = type, iface = type, array = type, opt = type;
    export const createCheckers = () => ({ Options: { strictCheck() {} } });
  `,
};

/** Modules of sucrase for languages that panes do not hold: their exports stay, and do nothing. */
const emptied = [
  "CJSImportProcessor",
  "parser/plugins/flow",
  "parser/plugins/jsx/index",
  "parser/plugins/jsx/xhtml",
  "transformers/CJSImportTransformer",
  "transformers/FlowTransformer",
  "transformers/JSXTransformer",
  "transformers/JestHoistTransformer",
  "transformers/ReactDisplayNameTransformer",
  "transformers/ReactHotLoaderTransformer",
];

function stubExports(file: string): string {
  const [, exports] = parse(readFileSync(file, "utf8"));
  const names = exports.flatMap((found) => ("name" in found ? [found.name] : []));
  const statements = names.map((name) =>
    name === "default" ? "export default class {}" : `export const ${name} = () => false;`,
  );
  return statements.join("\n");
}

/** Leaves out of the reader's download what a pane never uses. */
export function editorStubs(): AstroIntegration {
  return {
    name: "editor-stubs",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        const sucrase = require
          .resolve("sucrase")
          .replaceAll("\\", "/")
          .replace(/dist\/.*$/, "dist/esm/");
        const emptiedFiles = emptied.map((name) => `${sucrase}${name}.js`);
        const plugin = {
          name: "editor-stubs",
          enforce: "pre" as const,
          async resolveId(this: PluginContext, id: string, importer?: string) {
            if (id in stubbed) {
              return `\0absent:${id}`;
            }
            // A copy of its own, so that the rest of it stays with the type checker, which is loaded later.
            if (id === "@codemirror/autocomplete" && importer?.includes("sandpack-react")) {
              return `${(await this.resolve(id, importer))?.id}?brackets`;
            }
            if (id === "@codemirror/autocomplete" && importer?.includes("lang-javascript")) {
              return "\0absent:offers";
            }
            return undefined;
          },
          load(id: string) {
            if (id.startsWith("\0absent:")) {
              return stubbed[id.slice("\0absent:".length)];
            }
            return emptiedFiles.includes(id.replaceAll("\\", "/")) ? stubExports(id) : undefined;
          },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}
