import ts from "typescript";
import type { Snapshot } from "./questions.ts";

export interface OpenFile {
  readonly path: string;
  readonly code: string;
}

export interface LanguageServiceOptions {
  readonly platform?: Platform;
  /** TypeScript's own messages in another language: its `diagnosticMessages.generated.json`. */
  readonly messages?: Readonly<Record<string, string>> | undefined;
}

export interface LanguageService {
  readonly service: ts.LanguageService;
  /** Makes the example as it is now the whole program, and answers with the file that is asked about. */
  open(snapshot: Snapshot): OpenFile;
}

/** Where TypeScript finds its own declarations, among those that it is given. */
export const libraryFolder = "/lib";

/** Where the library's declarations begin. Always a part of the program, so that its names are always on offer. */
const asyncio = "/node_modules/asyncio-ts/dist/index.d.ts";

/** Where a program runs: in a worker of the pane, or in Node. */
export type Platform = "browser" | "node";

const language = ["es2023", "es2024.promise", "esnext.disposable"];

/** TypeScript's libraries for each platform. Node brings declarations of its own. */
export const libraries: Readonly<Record<Platform, readonly string[]>> = {
  browser: [...language, "webworker"],
  node: language,
};

const optionsFor = (platform: Platform): ts.CompilerOptions => ({
  strict: true,
  target: ts.ScriptTarget.ES2023,
  lib: libraries[platform].map((library) => `lib.${library}.d.ts`),
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  // main.ts and plain.ts are programs of their own: what one declares the other does not see.
  moduleDetection: ts.ModuleDetectionKind.Force,
  allowImportingTsExtensions: true,
  // What neither the pane nor Node can run by leaving the types out is marked.
  erasableSyntaxOnly: true,
  noEmit: true,
  skipLibCheck: true,
  types: platform === "node" ? ["node"] : [],
});

/**
 * TypeScript on files in memory. `@typescript/vfs` with `@valtown/codemirror-ts` would be the ready-made way; with them a
 * file that the reader empties is an error of its own, an error's message ends after its first line, and
 * completions are without imports and comments.
 */
export function createLanguageService(
  declarations: Readonly<Record<string, string>>,
  { messages, platform = "browser" }: LanguageServiceOptions,
): LanguageService {
  const options = optionsFor(platform);
  const texts = new Map(Object.entries(declarations));
  const versions = new Map<string, number>();
  let roots: readonly string[] = [];
  /** While it stays the same TypeScript does not look at every file again to answer a question. */
  let projectVersion = 0;

  const write = (path: string, code: string): void => {
    if (texts.get(path) !== code) {
      texts.set(path, code);
      versions.set(path, (versions.get(path) ?? 0) + 1);
      projectVersion += 1;
    }
  };

  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getProjectVersion: () => String(projectVersion),
    getScriptFileNames: () => [...roots],
    getScriptVersion: (path) => String(versions.get(path) ?? 0),
    getScriptSnapshot: (path) => {
      const text = texts.get(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => "/",
    getDefaultLibFileName: (used) => `${libraryFolder}/${ts.getDefaultLibFileName(used)}`,
    getLocalizedDiagnosticMessages: () => messages,
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
  };

  return {
    service: ts.createLanguageService(host),
    open({ example, files, name }) {
      const folder = `/examples/${example}`;
      for (const [file, code] of Object.entries(files)) {
        write(`${folder}/${file}`, code);
      }
      const wanted = [...Object.keys(files).map((file) => `${folder}/${file}`), asyncio];
      if (!isSame(roots, wanted)) {
        roots = wanted;
        projectVersion += 1;
      }
      const path = `${folder}/${name}`;
      return { path, code: texts.get(path) ?? "" };
    },
  };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((path, index) => path === others[index]);
}
