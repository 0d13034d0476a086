import type { AstroIntegration } from "astro";

/** The part of the bundler that is needed here. */
interface PluginContext {
  resolve(id: string, importer?: string): Promise<{ readonly id: string } | null>;
}

/**
 * Modules that Sandpack brings along and that a pane has no use for: each is replaced by what is left of
 * it when nobody asks. Together with those of sucrase they are a fifth of what a reader's first Run would load.
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
};

/** Leaves out of the reader's download what a pane never uses. */
export function editorStubs(): AstroIntegration {
  return {
    name: "editor-stubs",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
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
            return id.startsWith("\0absent:") ? stubbed[id.slice("\0absent:".length)] : undefined;
          },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}
