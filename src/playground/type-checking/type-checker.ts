import ts from "typescript";
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

/** The names that a reader can ask about, each as the span of its identifier. */
export function identifiers(code: string): readonly { readonly from: number; readonly to: number }[] {
  const source = ts.createSourceFile("code.ts", code, ts.ScriptTarget.Latest, true);
  const found: { from: number; to: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
      found.push({ from: node.getStart(source), to: node.end });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
