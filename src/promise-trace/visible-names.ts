import type { AnyNode } from "acorn";
import { type DeclaredName, declaredBy, namesIn, variablesOf } from "./declared-names.ts";
import type { Parents } from "./parents.ts";

/** How many variables are looked at in one place. The nearest are taken. */
const mostNames = 12;
/** How long the name of one may be, in UTF-16 units. */
const longestName = 40;

/** What each node declares, so that a long list of statements is gone through once. */
export type KnownScopes = WeakMap<AnyNode, readonly DeclaredName[]>;

/**
 * The variables of the functions around a place that have a value there, in the order of the text. What a module declares
 * belongs to the module alone. A few may have no value yet: those of a function that calls another one before it gives
 * them any, and those that an inner variable hides which has none.
 *
 * @param at The offset of what waits.
 * @param parents The nodes around it.
 */
export function visibleNames(at: number, parents: Parents | undefined, known: KnownScopes): string[] {
  const found: DeclaredName[] = [];
  let place = at;
  let isLeft = false;
  for (let scope = parents; scope !== undefined && found.length < mostNames; scope = scope.above) {
    const { node } = scope;
    if (node.type === "Program" && isLeft) {
      break;
    }
    addNearest(found, declaredIn(node, known), place);
    if (/Function/.test(node.type)) {
      isLeft = true;
      // It may be called from anywhere in the block that declares it.
      place = node.type === "FunctionDeclaration" ? Number.POSITIVE_INFINITY : place;
    }
  }
  return found
    .reverse()
    .sort(byPlace)
    .map(({ name }) => name);
}

function addNearest(found: DeclaredName[], declared: readonly DeclaredName[], place: number): void {
  for (let index = declared.length - 1; index >= 0 && found.length < mostNames; index--) {
    const variable = declared[index] as DeclaredName;
    const { name, end, isFunction } = variable;
    const isSeen = end <= place && !found.some((inner) => inner.name === name);
    if (isSeen && !isFunction && name.length <= longestName) {
      found.push(variable);
    }
  }
}

function declaredIn(node: AnyNode, known: KnownScopes): readonly DeclaredName[] {
  let declared = known.get(node);
  if (declared === undefined) {
    declared = findDeclared(node);
    known.set(node, declared);
  }
  return declared;
}

function findDeclared(node: AnyNode): DeclaredName[] {
  switch (node.type) {
    case "Program":
      return [...node.body.flatMap(variablesOf), ...blockNames(node.body)].sort(byPlace);
    case "BlockStatement":
    case "StaticBlock":
      return blockNames(node.body);
    case "SwitchCase":
      // By itself: it may be entered without those before it.
      return blockNames(node.consequent);
    case "ForStatement":
      return node.init?.type === "VariableDeclaration" ? declaredBy(node.init) : [];
    case "ForInStatement":
    case "ForOfStatement":
      return node.left.type === "VariableDeclaration"
        ? declaredBy(node.left).map((variable) => ({ ...variable, end: node.body.start }))
        : [];
    case "CatchClause":
      return node.param == null ? [] : inPattern(node.param);
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return [
        ...node.params.flatMap(inPattern),
        ...(node.body.type === "BlockStatement" ? node.body.body.flatMap(variablesOf) : []),
      ];
    default:
      return [];
  }
}

function inPattern(pattern: AnyNode): DeclaredName[] {
  return namesIn(pattern).map((name) => ({ name, end: pattern.end, isFunction: false }));
}

/** What a block declares itself. */
function blockNames(statements: readonly AnyNode[]): DeclaredName[] {
  return statements.flatMap((statement) => {
    const declaration =
      statement.type === "ExportNamedDeclaration" ? (statement.declaration ?? statement) : statement;
    return declaration.type === "VariableDeclaration" && declaration.kind !== "var"
      ? declaredBy(declaration)
      : [];
  });
}

function byPlace(one: DeclaredName, other: DeclaredName): number {
  return one.end - other.end;
}
