import { describeType } from "./describe-type.ts";
import { createLanguageService } from "./language-service.ts";
import { listProblems } from "./list-problems.ts";
import type { TypeChecker } from "./questions.ts";
import { completeImport, suggestNames } from "./suggest-names.ts";

export interface TypeCheckerOptions {
  /** TypeScript's own messages in another language: its `diagnosticMessages.generated.json`. */
  readonly messages?: Readonly<Record<string, string>> | undefined;
}

/**
 * Answers questions about the types of an example. The worker of the page asks while the reader types, the
 * build asks for the static code; so both show the same.
 */
export function createTypeChecker(
  declarations: Readonly<Record<string, string>>,
  { messages }: TypeCheckerOptions = {},
): TypeChecker {
  const { service, open } = createLanguageService(declarations, messages);
  return {
    problems: (place) => listProblems(service, open(place)),
    typeAt: (place, position) => describeType(service, open(place), position),
    names: (place, position) => suggestNames(service, open(place), position),
    importOf: (place, position, name) => completeImport(service, open(place), position, name),
  };
}
