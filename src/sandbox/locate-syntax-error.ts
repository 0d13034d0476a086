import { type AnyNode, type Program, parse } from "acorn";
import type { StackFrame } from "../trace/stack-frame.ts";
import type { CompiledModule, ProgramError } from "./protocol.ts";

/**
 * Finds where the module is wrong that an engine refused to load: with a parser that knows the early errors, too, as a
 * name that is declared twice. Where all modules parse, an import names what its module does not export.
 */
export function locateSyntaxError(error: ProgramError, modules: readonly CompiledModule[]): ProgramError {
  const programs: { readonly module: CompiledModule; readonly program: Program }[] = [];
  for (const module of modules) {
    try {
      const program = parse(module.code, { ecmaVersion: "latest", sourceType: "module", locations: true });
      programs.push({ module, program });
    } catch (mistake) {
      return at(error, module, (mistake as { loc?: Position }).loc);
    }
  }
  for (const { module, program } of programs) {
    const missing = program.body.flatMap(importedNames).find(({ name }) => names(error.message, name));
    if (missing !== undefined) {
      return at(error, module, missing.position);
    }
  }
  return error;
}

/** As the parser counts: lines from 1 and columns from 0. */
interface Position {
  readonly line: number;
  readonly column: number;
}

function at(error: ProgramError, { path }: CompiledModule, position: Position | undefined): ProgramError {
  if (position === undefined) {
    return error;
  }
  const frame: StackFrame = {
    caller: "",
    path: path.slice(1),
    line: position.line,
    column: position.column + 1,
  };
  return { ...error, frames: [frame] };
}

/** The names that a statement takes from another module. */
function importedNames(statement: AnyNode): { name: string; position: Position | undefined }[] {
  const specifiers =
    statement.type === "ImportDeclaration" ||
    (statement.type === "ExportNamedDeclaration" && statement.source != null)
      ? statement.specifiers
      : [];
  return specifiers.flatMap((specifier) => {
    const position = specifier.loc?.start;
    if (specifier.type === "ImportDefaultSpecifier") {
      return [{ name: "default", position }];
    }
    const name =
      "imported" in specifier ? specifier.imported : "local" in specifier ? specifier.local : undefined;
    return name?.type === "Identifier" ? [{ name: name.name, position }] : [];
  });
}

/** Whether the message has the name in it as a word. */
function names(message: string, name: string): boolean {
  return message.split(/[^\p{ID_Continue}$]+/u).includes(name);
}
