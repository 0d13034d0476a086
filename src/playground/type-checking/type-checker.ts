import { describeType } from "./describe-type.ts";
import { createLanguageService, type LanguageServiceOptions } from "./language-service.ts";
import { listProblems } from "./list-problems.ts";
import type { TypeChecker } from "./questions.ts";
import { completeImport, suggestNames } from "./suggest-names.ts";

/**
 * Answers questions about the types of an example. The worker of the page asks while the reader types, the
 * build asks for the static code; so both show the same.
 */
export function createTypeChecker(
  declarations: Readonly<Record<string, string>>,
  options: LanguageServiceOptions = {},
): TypeChecker {
  const { service, open } = createLanguageService(declarations, options);
  return {
    problems: (snapshot) => listProblems(service, open(snapshot)),
    typeAt: (snapshot, position) => describeType(service, open(snapshot), position),
    names: (snapshot, position) => suggestNames(service, open(snapshot), position),
    importOf: (snapshot, position, name) => completeImport(service, open(snapshot), position, name),
  };
}
