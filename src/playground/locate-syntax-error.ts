import { typescriptLanguage } from "@codemirror/lang-javascript";
import type { ProgramError } from "../sandbox/protocol.ts";

/**
 * Engines do not say where a module that they could not load is wrong. The editor's own parser never gives up: it
 * leaves an error node where it had to skip something, and the first of these is shown. Where the grammar is kept,
 * the engine's message names the name that it stumbled over.
 */
export function locateSyntaxError(
  error: ProgramError,
  files: Readonly<Record<string, { readonly code: string }>>,
): ProgramError {
  if (error.name !== "SyntaxError" || error.frames.length > 0) {
    return error;
  }
  for (const [path, { code }] of Object.entries(files)) {
    const offset = path.endsWith(".ts") ? (firstErrorIn(code) ?? findNamed(error.message, code)) : undefined;
    if (offset !== undefined) {
      const before = code.slice(0, offset).split("\n");
      const column = (before.at(-1)?.length ?? 0) + 1;
      return { ...error, frames: [{ caller: "", path: path.slice(1), line: before.length, column }] };
    }
  }
  return error;
}

function firstErrorIn(code: string): number | undefined {
  let offset: number | undefined;
  typescriptLanguage.parser.parse(code).iterate({
    enter(node) {
      if (node.type.isError) {
        offset ??= node.from;
      }
      return offset === undefined;
    },
  });
  return offset;
}

/** "Identifier 'a' has already been declared": its second declaration. "no export named 'b'": where it is used. */
function findNamed(message: string, code: string): number | undefined {
  const name = /'([\p{ID_Start}$_][\p{ID_Continue}$]*)'/u.exec(message)?.[1];
  if (name === undefined) {
    return undefined;
  }
  const escaped = name.replaceAll("$", "\\$");
  const declarations = [
    ...code.matchAll(new RegExp(`\\b(?:let|const|var|class|function\\*?)\\s+(${escaped})(?![\\w$])`, "g")),
  ];
  const [, second] = declarations;
  if (message.includes("already") && second !== undefined) {
    return second.index + second[0].length - name.length;
  }
  return new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`).exec(code)?.index;
}
