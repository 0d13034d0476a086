import type { AnyNode, BlockStatement } from "acorn";

/**
 * Whether the statements of a function may stand in a block inside it. A function may declare two functions of one name, or
 * a variable and a function, and a block may not.
 */
export function canBecomeBlock({ body }: BlockStatement): boolean {
  const functions = body.flatMap((statement) =>
    statement.type === "FunctionDeclaration" ? [statement.id.name] : [],
  );
  const variables = functions.length === 0 ? [] : body.flatMap(variablesIn);
  return new Set(functions).size === functions.length && !functions.some((name) => variables.includes(name));
}

/** The names that `var` declares, wherever it stands. */
function variablesIn(node: AnyNode): string[] {
  if (/Function|Class/.test(node.type)) {
    return [];
  }
  const own =
    node.type === "VariableDeclaration" && node.kind === "var"
      ? node.declarations.flatMap(({ id }) => namesIn(id))
      : [];
  return [...own, ...partsOf(node).flatMap(variablesIn)];
}

function namesIn(node: AnyNode): string[] {
  return node.type === "Identifier" ? [node.name] : partsOf(node).flatMap(namesIn);
}

function partsOf(node: AnyNode): AnyNode[] {
  return Object.values(node)
    .flat()
    .filter((part) => typeof part?.type === "string" && typeof part.start === "number");
}
