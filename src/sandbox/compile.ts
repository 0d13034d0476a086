import { type Import, parse } from "es-module-lexer/js";
import { transform } from "sucrase";
import type { CompiledModule, ModuleImport } from "./protocol.ts";

/** The one package an example may import. */
export const libraryName = "asyncio-ts";

/** A mistake in the reader's source that can be told before it runs. */
export class CompileError extends Error {
  override readonly name: string = "SyntaxError";
  readonly path: string;
  readonly line: number;

  constructor(path: string, line: number, message: string) {
    super(message);
    this.path = path;
    this.line = line;
  }
}

/**
 * Compiles the entry and all it imports, directly or not, to JavaScript modules, each after those that it
 * needs. Lines keep their numbers. Throws {@link CompileError} for what does not parse or cannot be found.
 */
export function compile(sources: Readonly<Record<string, string>>, entry: string): CompiledModule[] {
  const compiled: CompiledModule[] = [];
  const visit = (path: string, importers: readonly string[]): void => {
    if (compiled.some((module) => module.path === path)) {
      return;
    }
    const module = compileModule(path, sources);
    for (const { target, start } of module.imports) {
      if (target === libraryName) {
        continue;
      }
      if (target === path || importers.includes(target)) {
        throw new CompileError(path, lineAt(module.code, start), circle([...importers, path, target]));
      }
      visit(target, [...importers, path]);
    }
    compiled.push(module);
  };
  visit(entry, []);
  return compiled;
}

function compileModule(path: string, sources: Readonly<Record<string, string>>): CompiledModule {
  const code = stripTypes(path, sources[path] ?? "");
  const [imports] = lex(path, code);
  return { path, code, imports: imports.flatMap((found) => resolveImport(found, path, code, sources)) };
}

function stripTypes(path: string, source: string): string {
  try {
    return transform(source, { transforms: ["typescript"], disableESTransforms: true, filePath: path }).code;
  } catch (error) {
    const place = /^Error transforming [^:]+: (.*?)\s*\((\d+):\d+\)$/s.exec((error as Error).message);
    throw new CompileError(path, Number(place?.[2] ?? 0), place?.[1] ?? (error as Error).message);
  }
}

function lex(path: string, code: string): ReturnType<typeof parse> {
  try {
    return parse(code);
  } catch (error) {
    const offset = (error as { idx?: number }).idx ?? 0;
    throw new CompileError(path, lineAt(code, offset), "This is not a module that can be read.");
  }
}

function resolveImport(
  found: Import,
  path: string,
  code: string,
  sources: Readonly<Record<string, string>>,
): ModuleImport[] {
  if (found.type === "import-meta" || found.specifier === undefined) {
    return [];
  }
  const { specifier, start, end } = found;
  const target = specifier === libraryName ? libraryName : resolvePath(specifier, path);
  if (target !== libraryName && sources[target] === undefined) {
    throw new CompileError(path, lineAt(code, start), unknownModule(specifier, path, sources));
  }
  return [{ start, end, target, dynamic: found.type === "dynamic" }];
}

function resolvePath(specifier: string, importer: string): string {
  return specifier.startsWith(".") ? new URL(specifier, `file://${importer}`).pathname : specifier;
}

function unknownModule(
  specifier: string,
  importer: string,
  sources: Readonly<Record<string, string>>,
): string {
  const files = Object.keys(sources).filter((path) => path.endsWith(".ts") && path !== importer);
  const offered = [libraryName, ...files.map((path) => `.${path}`)].map((name) => `"${name}"`).join(", ");
  return `There is no module "${specifier}" here. What can be imported: ${offered}.`;
}

function circle(paths: readonly string[]): string {
  const names = paths.map((path) => path.slice(1)).join(" imports ");
  return `These files import each other in a circle, which the pane cannot link: ${names}.`;
}

function lineAt(code: string, offset: number): number {
  return code.slice(0, offset).split("\n").length;
}
