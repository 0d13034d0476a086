import ts from "typescript";
import type { OpenFile } from "./language-service.ts";
import type { Problem } from "./questions.ts";

/** What the compiler would refuse. Types are looked at only where the file can be read at all. */
export function listProblems(service: ts.LanguageService, { path, code }: OpenFile): Problem[] {
  const syntactic = service.getSyntacticDiagnostics(path);
  const found = syntactic.length > 0 ? syntactic : service.getSemanticDiagnostics(path);
  return found.map(({ start = 0, length = 0, messageText }) => ({
    from: Math.min(start, code.length),
    to: Math.min(start + length, code.length),
    message: ts.flattenDiagnosticMessageText(messageText, "\n"),
  }));
}
