import { type ImportSpecifier, parse } from "es-module-lexer/minimal/js";
import { transform } from "sucrase";
import { findUnerasable } from "./find-unerasable.ts";
import { type CompiledModule, libraryName, type ModuleImport, type ProgramError } from "./protocol.ts";
import { readTokens, type Token } from "./read-tokens.ts";
import { separateTypes } from "./separate-types.ts";
import { readMappings, type SourceMaps } from "./source-map.ts";

export interface Compilation {
  /** Each module after those that it needs. */
  readonly modules: readonly CompiledModule[];
  readonly sourceMaps: SourceMaps;
}

/** A mistake in the reader's source that can be told before it runs. */
export class CompileError extends Error {
  readonly #location: { readonly path: string; readonly line: number; readonly column: number };

  constructor(path: string, { line, column }: Position, message: string) {
    super(message);
    this.#location = { path: path.slice(1), line, column };
  }

  describe(): ProgramError {
    return { name: "SyntaxError", message: this.message, frames: [{ caller: "", ...this.#location }] };
  }
}

type Sources = Readonly<Record<string, string>>;

/** Lines and columns are counted from 1; 0 stands for unknown. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Compiles the entry and all it imports, directly or not, to JavaScript modules. Lines keep their numbers. Throws
 * {@link CompileError} for what does not parse, is more than types, or cannot be found.
 */
export function compile(sources: Sources, entry: string): Compilation {
  const modules: CompiledModule[] = [];
  const sourceMaps = new Map<string, ReturnType<typeof readMappings>>();
  const visit = (path: string, importers: readonly string[]): void => {
    if (modules.some((module) => module.path === path)) {
      return;
    }
    const { module, mappings } = compileModule(path, sources);
    for (const { target, start } of module.imports) {
      if (target === libraryName) {
        continue;
      }
      if (target === path || importers.includes(target)) {
        throw new CompileError(path, positionAt(module.code, start), circle([...importers, path, target]));
      }
      visit(target, [...importers, path]);
    }
    modules.push(module);
    sourceMaps.set(path, readMappings(mappings));
  };
  visit(entry, []);
  return { modules, sourceMaps };
}

function compileModule(path: string, sources: Sources): { module: CompiledModule; mappings: string } {
  const { code, mappings } = stripTypes(path, sources[path] ?? "");
  const resolved = importsOf(code).flatMap((found) => resolveImport(found, path, code, sources));
  return { module: { path, code, imports: resolved }, mappings };
}

function stripTypes(path: string, source: string): { code: string; mappings: string } {
  try {
    const tokens = readTokens(source);
    refuseUnerasable(path, source, tokens);
    const { code, sourceMap } = transform(separateTypes(source, tokens), {
      transforms: ["typescript"],
      disableESTransforms: true,
      filePath: path,
      sourceMapOptions: { compiledFilename: path },
    });
    return { code, mappings: sourceMap?.mappings ?? "" };
  } catch (error) {
    if (error instanceof CompileError) {
      throw error;
    }
    const [, message, line = 0, column = 0] =
      /^(?:Error transforming [^:]+: )?(.*?)\s*\((\d+):(\d+)\)$/s.exec((error as Error).message) ?? [
        undefined,
        (error as Error).message,
      ];
    throw new CompileError(path, { line: Number(line), column: Number(column) }, message ?? "");
  }
}

function refuseUnerasable(path: string, source: string, tokens: readonly Token[]): void {
  const found = findUnerasable(tokens);
  if (found !== undefined) {
    const message = `This is more than types, and Node would not run it: ${found.what}.`;
    throw new CompileError(path, positionAt(source, found.index), message);
  }
}

/** What the lexer cannot read the engine will refuse, and say why. */
function importsOf(code: string): readonly ImportSpecifier[] {
  try {
    return parse(code)[0];
  } catch {
    return [];
  }
}

/** The lexer's letters: `n` is the specifier, `s` and `e` its offsets, `d` below 0 what is not an `import()`. */
function resolveImport(found: ImportSpecifier, path: string, code: string, sources: Sources): ModuleImport[] {
  const { n: specifier, s: start, e: end, d: dynamicStart } = found;
  if (specifier === undefined) {
    return [];
  }
  const target = specifier === libraryName ? libraryName : resolvePath(specifier, path);
  if (target !== libraryName && !Object.hasOwn(sources, target)) {
    throw new CompileError(path, positionAt(code, start), unknownModule(specifier, path, sources));
  }
  return [{ start, end, target, dynamic: dynamicStart >= 0 }];
}

function resolvePath(specifier: string, importer: string): string {
  return specifier.startsWith(".") ? new URL(specifier, `file://${importer}`).pathname : specifier;
}

function unknownModule(specifier: string, importer: string, sources: Sources): string {
  const files = Object.keys(sources).filter((path) => path.endsWith(".ts") && path !== importer);
  const offered = [libraryName, ...files.map((path) => `.${path}`)].map((name) => `"${name}"`).join(", ");
  return `There is no module "${specifier}" here. What can be imported: ${offered}.`;
}

function circle(paths: readonly string[]): string {
  const names = paths.map((path) => path.slice(1)).join(" imports ");
  return `These files import each other in a circle, which the pane cannot link: ${names}.`;
}

function positionAt(code: string, offset: number): Position {
  const before = code.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
