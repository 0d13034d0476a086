import type { AnyNode, MemberExpression } from "acorn";

/** Declarations, and an expression of what they declare. */
export interface StandIn {
  readonly declaration: string;
  readonly text: string;
}

/** What is named, and how it is declared to be so. */
type Naming = (value: string) => StandIn;

/**
 * What gives a value where an expression has given it before, and is spelled like that, so that an engine which refuses
 * the value names it alike. It runs nothing of the expression again: for `f(1)` it is `f()`, where `f` is declared as a
 * function that gives the value. Where that cannot be, it has the name `value`.
 *
 * @param value An expression that gives the value.
 * @param watcher What the names begin with that no module has.
 */
export function standInFor(node: AnyNode, value: string, watcher: string): StandIn {
  const same = alike(node);
  return same === undefined
    ? (namingOf(node, watcher) ?? naming("value"))(value)
    : { declaration: "", text: same };
}

/** What is refused in the same words, wherever it stands. */
function alike(node: AnyNode): string | undefined {
  switch (node.type) {
    case "Literal":
      return node.raw;
    case "ThisExpression":
      return "this";
    case "ObjectExpression":
      return node.properties.length === 0 ? "{}" : undefined;
    case "NewExpression":
      return "new(class{})";
    default:
      return undefined;
  }
}

function namingOf(node: AnyNode, watcher: string): Naming | undefined {
  switch (node.type) {
    case "Identifier":
      // Which no module may declare.
      return node.name === "arguments" || node.name === "eval" ? undefined : naming(node.name);
    // Of these two the watcher puts the messages right.
    case "ThisExpression":
      return naming(`${watcher}this`);
    case "AwaitExpression":
    case "ArrowFunctionExpression":
      return naming(`${watcher}unnamed`);
    case "CallExpression": {
      const callee = namingOf(node.callee, watcher);
      return callee && ((value) => after(callee(`()=>${value}`), "()"));
    }
    case "MemberExpression": {
      const object = namingOf(node.object, watcher);
      return object && memberNaming(object, node);
    }
    default:
      return undefined;
  }
}

/** The key is not asked for its text again. */
function memberNaming(object: Naming, { computed, property }: MemberExpression): Naming | undefined {
  if (computed && property.type === "Literal") {
    return (value) => after(object(`({[${property.raw}]:${value}})`), `[${property.raw}]`);
  }
  if (property.type !== "Identifier") {
    return undefined;
  }
  const { name } = property;
  return (value) => {
    const standIn = object(`({${name}:${value}})`);
    return computed
      ? { declaration: `const ${name}="${name}";${standIn.declaration}`, text: `${standIn.text}[${name}]` }
      : after(standIn, `.${name}`);
  };
}

function naming(name: string): Naming {
  return (value) => ({ declaration: `const ${name}=${value};`, text: name });
}

function after(standIn: StandIn, text: string): StandIn {
  return { ...standIn, text: standIn.text + text };
}
