import ts from "typescript";
import { findExample } from "../examples/shelf.ts";
import { symbolsOfReference } from "./anchors.ts";

/** What of asyncio-ts occurs in the code of a page, given the page's source, in the order of the reference. */
export function usedSymbols(page: string): string[] {
  const used = new Set([...inExamples(page), ...inText(page)]);
  return symbolsOfReference.filter((symbol) => used.has(symbol));
}

function inExamples(page: string): string[] {
  const paths = [...page.matchAll(/<Example path="([^"]+)"/g)].map(([, path = ""]) => path);
  return paths.flatMap((path) =>
    findExample(path)
      .files.filter(({ name }) => name.endsWith(".ts"))
      .flatMap(({ code }) => importedNames(code)),
  );
}

/** The names that a file imports from asyncio-ts. */
export function importedNames(code: string): string[] {
  const { statements } = ts.createSourceFile("code.ts", code, ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) {
      return [];
    }
    const names = statement.importClause?.namedBindings;
    return statement.moduleSpecifier.text === "asyncio-ts" && names !== undefined && ts.isNamedImports(names)
      ? names.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
      : [];
  });
}

/** Code in backticks and between fences. What follows a dot is a member of something, or Python's. */
function inText(page: string): string[] {
  const code = [...page.matchAll(/```[^\n]*\n([\s\S]*?)```|`([^`\n]+)`/g)].map(
    ([, block, inline]) => block ?? inline ?? "",
  );
  return code.flatMap((text) => [...text.matchAll(/(?<![.\w#-])[A-Za-z_]\w*/g)].map(([name]) => name));
}
