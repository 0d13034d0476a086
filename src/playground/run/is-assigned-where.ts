import type { ProgramError } from "../../sandbox/protocol.ts";
import { type Files, placeOf } from "./error-place.ts";

/** What follows a variable that is assigned to, or counted up. */
const assignment = /^\s*(?:(?:\*\*|<<|>>>?|&&|\|\||\?\?|[-+*/%&|^])?=(?![=>])|\+\+|--)/;

/** What stands around a variable in `[a, b] = ...` and `({ a } = ...)`. */
const beginningOfPattern = /(?:^|[;{}(])\s*[[{][^=;]*$/;
const endOfPattern = /^[^=;]*[\]}]\s*=(?![=>])/;

/** Whether the error stands at an assignment to the name: engines point at the name itself, or behind it. */
export function isAssignedWhere(error: ProgramError, name: string, files: Files): boolean {
  const { line, column } = placeOf(error, files);
  const [before, after] = [line.slice(0, column - 1), line.slice(column - 1)];
  if (after.startsWith(name)) {
    const rest = after.slice(name.length);
    return (
      assignment.test(rest) ||
      /(?:\+\+|--)\s*$/.test(before.slice(-20)) ||
      (beginningOfPattern.test(before.slice(-1_000)) && endOfPattern.test(rest.slice(0, 1_000))) ||
      (/\bfor\s*(?:await\s*)?\(\s*$/.test(before.slice(-100)) && /^\s+(?:of|in)\b/.test(rest))
    );
  }
  return endsWithName(before.trimEnd(), name) && assignment.test(after);
}

/** Whether a text ends with the name, and not with a longer one. */
function endsWithName(text: string, name: string): boolean {
  return text.endsWith(name) && !/[\w$.]$/.test(text.slice(0, -name.length));
}
