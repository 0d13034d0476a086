import type { AnyNode } from "acorn";

/** What a reader knows a function by: its name, or that which it is given, or whom it is handed to. */
export function nameOfFunction(
  node: AnyNode,
  parent: AnyNode | undefined,
  above: AnyNode | undefined,
): string {
  if ("id" in node && node.id?.type === "Identifier") {
    return node.id.name;
  }
  switch (parent?.type) {
    case "VariableDeclarator":
      return nameOf(parent.id);
    case "AssignmentExpression":
    case "AssignmentPattern":
      return nameOf(parent.left);
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return nameOf(parent.key);
    case "CallExpression":
      return parent.callee === node ? anonymous : `${calleeName(parent.callee)}(${anonymous})`;
    case "NewExpression":
      return `new ${calleeName(parent.callee)}(${anonymous})`;
    case "ExportDefaultDeclaration":
      return above === undefined ? "default" : anonymous;
    default:
      return anonymous;
  }
}

const anonymous = "async …";

/** What a call calls, without that on which it is called. */
export function calleeName(callee: AnyNode): string {
  if (callee.type === "ParenthesizedExpression" || callee.type === "ChainExpression") {
    return calleeName(callee.expression);
  }
  return callee.type === "MemberExpression" ? nameOf(callee.property) : nameOf(callee);
}

function nameOf(node: AnyNode): string {
  switch (node.type) {
    case "Identifier":
      return node.name;
    case "PrivateIdentifier":
      return `#${node.name}`;
    case "Literal":
      return String(node.value);
    case "MemberExpression":
      return nameOf(node.property);
    default:
      return anonymous;
  }
}
