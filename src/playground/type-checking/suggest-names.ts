import ts from "typescript";
import { describe } from "./describe-type.ts";
import type { OpenFile } from "./language-service.ts";
import type { ImportedName, Name } from "./questions.ts";

const preferences: ts.UserPreferences = {
  includeCompletionsForModuleExports: true,
  includeCompletionsForImportStatements: true,
  includeCompletionsWithInsertText: false,
  allowIncompleteCompletions: false,
  importModuleSpecifierPreference: "relative",
  importModuleSpecifierEnding: "js",
};

const format = ts.getDefaultFormatCodeSettings("\n");

/** The names that fit at a position, those that an import would bring in among them. */
export function suggestNames(service: ts.LanguageService, { path }: OpenFile, position: number): Name[] {
  const { entries = [] } = service.getCompletionsAtPosition(path, position, preferences, format) ?? {};
  return entries
    .filter(({ kind }) => kind !== ts.ScriptElementKind.warning)
    .map(({ name, sortText, source }) => ({ name, order: sortText, source }));
}

/** The type of a suggested name, and the change of the file that imports it. */
export function completeImport(
  service: ts.LanguageService,
  { path }: OpenFile,
  position: number,
  { name, source }: Name,
): ImportedName | undefined {
  const entry = service
    .getCompletionsAtPosition(path, position, preferences, format)
    ?.entries.find((candidate) => candidate.name === name && candidate.source === source);
  const details = service.getCompletionEntryDetails(
    path,
    position,
    name,
    format,
    source,
    preferences,
    entry?.data,
  );
  return details === undefined
    ? undefined
    : {
        ...describe(details),
        changes: (details.codeActions ?? [])
          .flatMap(({ changes }) => changes)
          .filter(({ fileName }) => fileName === path)
          .flatMap(({ textChanges }) => textChanges)
          .map(({ span, newText }) => ({ from: span.start, to: ts.textSpanEnd(span), insert: newText })),
      };
}
