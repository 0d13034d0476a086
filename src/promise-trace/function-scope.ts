import type { BlockStatement } from "acorn";
import { variablesOf } from "./declared-names.ts";

/**
 * Whether the statements of a function may stand in a block inside it. A function may declare two functions of one name, or
 * a variable and a function, and a block may not.
 */
export function canBecomeBlock({ body }: BlockStatement): boolean {
  const functions = body.flatMap((statement) =>
    statement.type === "FunctionDeclaration" ? [statement.id.name] : [],
  );
  const variables = functions.length === 0 ? [] : body.flatMap(variablesOf).map(({ name }) => name);
  return new Set(functions).size === functions.length && !functions.some((name) => variables.includes(name));
}
