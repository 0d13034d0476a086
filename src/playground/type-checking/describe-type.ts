import ts from "typescript";
import type { OpenFile } from "./language-service.ts";
import type { Description, TypeDescription } from "./questions.ts";
import { unwrapComment } from "./unwrap-comment.ts";

/** What TypeScript knows of the name at a position of the code. */
export function describeType(
  service: ts.LanguageService,
  { path }: OpenFile,
  position: number,
): TypeDescription | undefined {
  const info = service.getQuickInfoAtPosition(path, position);
  return info === undefined
    ? undefined
    : { from: info.textSpan.start, to: ts.textSpanEnd(info.textSpan), ...describe(info) };
}

/** Says what a name is, and leaves out how it came into the file: the import is there to be read. */
export function describe({
  displayParts = [],
  documentation = [],
}: Partial<Pick<ts.QuickInfo, "displayParts" | "documentation">>): Description {
  return {
    type: ts
      .displayPartsToString([...displayParts])
      .replace(/^\(alias\) /, "")
      .replace(/\n(?:import|export) [^\n]*$/, "")
      .replace(/"\/examples\/[^"]*\/([^"/]+)"/g, '"./$1"'),
    comment: unwrapComment(
      ts
        .displayPartsToString([...documentation])
        .replace(/\[MDN Reference\]\([^)]*\)/, "")
        .replaceAll("**", ""),
    ).trim(),
  };
}
