import type { AnyNode } from "acorn";

/** A declaration, and an expression of what it declares. */
export interface StandIn {
  readonly declaration: string;
  readonly text: string;
}

/**
 * What gives a value where an expression has given it before, and is spelled like that, so that an engine which refuses
 * the value names it alike. It runs nothing of the expression again: for `f(1)` it is `f()`, where `f` is declared as a
 * function that gives the value. Where that cannot be, it has the name `value`.
 *
 * @param value An expression that gives the value.
 */
export function standInFor(node: AnyNode, value: string): StandIn {
  const same = sameAgain(node);
  return same === undefined
    ? (namedAlike(node, value) ?? named("value", value))
    : { declaration: "", text: same };
}

/** What gives the same as often as it stands there. */
function sameAgain(node: AnyNode): string | undefined {
  switch (node.type) {
    case "Literal":
      return node.raw;
    case "ThisExpression":
      return "this";
    case "ObjectExpression":
      return node.properties.length === 0 ? "{}" : undefined;
    default:
      return undefined;
  }
}

function namedAlike(node: AnyNode, value: string): StandIn | undefined {
  switch (node.type) {
    case "Identifier":
      // Which no module may declare.
      return node.name === "arguments" || node.name === "eval" ? undefined : named(node.name, value);
    case "CallExpression":
      return after(namedAlike(node.callee, `()=>${value}`), "()");
    case "MemberExpression":
      return node.computed || node.property.type !== "Identifier"
        ? undefined
        : after(namedAlike(node.object, `({${node.property.name}:${value}})`), `.${node.property.name}`);
    default:
      return undefined;
  }
}

function named(name: string, value: string): StandIn {
  return { declaration: `const ${name}=${value};`, text: name };
}

function after(standIn: StandIn | undefined, text: string): StandIn | undefined {
  return standIn && { ...standIn, text: standIn.text + text };
}
