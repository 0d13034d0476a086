import type { AnyNode, VariableDeclaration } from "acorn";

/** A variable, and where its declaration has been evaluated. */
export interface DeclaredName {
  readonly name: string;
  readonly end: number;
  /** Whether it is declared as a function or class: these do the work, and are none of its values. */
  readonly isFunction: boolean;
}

/** The names in a pattern: `{ a, b: [c = 1, ...d] }` declares a, c and d. */
export function namesIn(node: AnyNode): string[] {
  switch (node.type) {
    case "Identifier":
      return [node.name];
    case "ObjectPattern":
      return node.properties.flatMap(namesIn);
    case "Property":
      return namesIn(node.value);
    case "ArrayPattern":
      return node.elements.flatMap((element) => (element === null ? [] : namesIn(element)));
    case "AssignmentPattern":
      return namesIn(node.left);
    case "RestElement":
      return namesIn(node.argument);
    default:
      return [];
  }
}

/** What a declaration declares. */
export function declaredBy({ declarations }: VariableDeclaration): DeclaredName[] {
  return declarations.flatMap(({ id, init, end }) =>
    namesIn(id).map((name) => ({ name, end, isFunction: isFunction(init) })),
  );
}

/** What `var` declares in a function or module, wherever it stands there. */
export function variablesOf(node: AnyNode): DeclaredName[] {
  if (/Function|Class/.test(node.type)) {
    return [];
  }
  const own = node.type === "VariableDeclaration" && node.kind === "var" ? declaredBy(node) : [];
  return [...own, ...partsOf(node).flatMap(variablesOf)];
}

function isFunction(node: AnyNode | null | undefined): boolean {
  return node != null && /^(?:Arrow)?Function|^Class/.test(node.type);
}

/** The nodes that lie directly in a node. */
export function partsOf(node: AnyNode): AnyNode[] {
  const parts: AnyNode[] = [];
  for (const value of Object.values(node)) {
    for (const part of Array.isArray(value) ? value : [value]) {
      if (typeof part?.type === "string" && typeof part.start === "number") {
        parts.push(part);
      }
    }
  }
  return parts;
}
