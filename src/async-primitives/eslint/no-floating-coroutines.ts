import type { Rule } from "eslint";
import type ts from "typescript";
import { CoroutineTypes } from "./coroutine-types.ts";

type Node = Rule.Node;

/** What the parser of typescript-eslint gives beside the tree. */
interface ParserServices {
  readonly program?: ts.Program | null;
  readonly esTreeNodeToTSNodeMap?: { get(node: Node): ts.Node };
}

/** The methods of a loop that call back and drop the answer, whatever it is. */
const loopCalls = new Set(["callSoon", "callLater", "callAt"]);

const messages = {
  floating:
    "This coroutine is made and never awaited, so that it does nothing: write `yield*` before the call.",
  floatingHere:
    "This coroutine is made and never awaited, so that it does nothing: start it with `createTask()`, or have this function be a generator function and write `yield*`.",
  awaited:
    "`await` does not run a coroutine: write `yield*` in a generator function, or `await run(...)` where no loop runs.",
  star: "The star is missing: `yield` hands the coroutine to the loop, which refuses it. Write `yield*`.",
  condition: "A coroutine is always true: write `yield*` before the call to ask for its result.",
  callback:
    "Nobody awaits the coroutine that this callback makes: have the callback give it to `createTask()`.",
  addStar: "Write `yield*`.",
};

/**
 * Finds coroutines that are made and never awaited: calls as statements, in conditions and in callbacks whose answer is
 * dropped, `await` in the place of `yield*`, and `yield` without its star.
 */
export const noFloatingCoroutines: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: { description: "Have every coroutine awaited with `yield*`, or started as a task" },
    hasSuggestions: true,
    messages,
    schema: [],
  },

  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices as ParserServices;
    if (program == null || esTreeNodeToTSNodeMap === undefined) {
      throw new Error(
        "asyncio-ts/no-floating-coroutines asks for types: set languageOptions.parser to the parser of typescript-eslint, and parserOptions.projectService to true",
      );
    }
    const checker = program.getTypeChecker();
    const types = new CoroutineTypes(checker);
    const typeOf = (node: Node) => checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(node));
    const isCoroutine = (node: Node) => types.isCoroutine(typeOf(node));

    function report(node: Node, messageId: keyof typeof messages, replaced: Node = node): void {
      const canYield = isInGenerator(node);
      const text = `yield* ${context.sourceCode.getText(node)}`;
      context.report({
        node,
        messageId,
        suggest: canYield
          ? [
              {
                messageId: "addStar",
                fix: (fixer) => fixer.replaceText(replaced, needsParentheses(replaced) ? `(${text})` : text),
              },
            ]
          : [],
      });
    }

    function checkDropped(node: Node): void {
      for (const part of partsThatAnswer(node)) {
        const call = bareOf(part);
        if (call.type === "CallExpression" && isCoroutine(call)) {
          report(call, isInGenerator(call) ? "floating" : "floatingHere", part);
        }
      }
    }

    function checkCondition(node: Node | null | undefined): void {
      if (node?.type === "CallExpression" && isCoroutine(node)) {
        report(node, "condition");
      }
    }

    function checkCallbacks(call: Node & { callee: unknown; arguments: unknown }): void {
      const callee = call.callee as Node;
      const dropsAll = callee.type === "MemberExpression" && loopCalls.has(nameOf(callee.property));
      for (const argument of call.arguments as Node[]) {
        if (argument.type === "SpreadElement" || !types.makesCoroutine(typeOf(argument))) {
          continue;
        }
        const wanted = checker.getContextualType(esTreeNodeToTSNodeMap?.get(argument) as ts.Expression);
        if (dropsAll || (wanted !== undefined && types.answersToNobody(wanted))) {
          context.report({ node: argument, messageId: "callback" });
        }
      }
    }

    return {
      ExpressionStatement: ({ expression }) => checkDropped(expression as Node),
      AwaitExpression(node) {
        if (isCoroutine(node.argument as Node)) {
          context.report({ node, messageId: "awaited" });
        }
      },
      YieldExpression(node) {
        const argument = node.argument as Node | null;
        if (argument !== null && !node.delegate && types.isAwaitable(typeOf(argument))) {
          report(argument, "star", node);
        }
      },
      IfStatement: ({ test }) => checkCondition(test as Node),
      WhileStatement: ({ test }) => checkCondition(test as Node),
      DoWhileStatement: ({ test }) => checkCondition(test as Node),
      ForStatement: ({ test }) => checkCondition(test as Node | null),
      ConditionalExpression: ({ test }) => checkCondition(test as Node),
      LogicalExpression: ({ left }) => checkCondition(left as Node),
      UnaryExpression({ operator, argument }) {
        if (operator === "!") {
          checkCondition(argument as Node);
        }
      },
      CallExpression: checkCallbacks,
      NewExpression: checkCallbacks,
    };
  },
};

/** The parts of a statement that give its value, which nobody takes. */
function partsThatAnswer(node: Node): Node[] {
  switch (node.type) {
    case "LogicalExpression":
      return partsThatAnswer(node.right as Node);
    case "ConditionalExpression":
      return [node.consequent, node.alternate].flatMap((branch) => partsThatAnswer(branch as Node));
    case "SequenceExpression":
      return node.expressions.flatMap((each) => partsThatAnswer(each as Node));
    default:
      return [node];
  }
}

/** Without a `void` in front of it, and without what holds the links of `a?.b()` together. */
function bareOf(node: Node): Node {
  if (node.type === "UnaryExpression" && node.operator === "void") {
    return bareOf(node.argument as Node);
  }
  return node.type === "ChainExpression" ? (node.expression as Node) : node;
}

/** Whether `yield*` can be written there. */
function isInGenerator(node: Node): boolean {
  for (let at: Node | null = node.parent; at !== null; at = at.parent) {
    if (at.type === "ArrowFunctionExpression" || at.type === "PropertyDefinition") {
      return false;
    }
    if (at.type === "FunctionDeclaration" || at.type === "FunctionExpression") {
      return at.generator === true && at.async !== true;
    }
  }
  return false;
}

/** `yield*` binds less than nearly everything around it. */
function needsParentheses({ parent }: Node): boolean {
  const bindMore = ["UnaryExpression", "LogicalExpression", "ConditionalExpression"];
  return parent !== null && bindMore.includes(parent.type);
}

function nameOf(property: { type: string; name?: string }): string {
  return property.type === "Identifier" ? (property.name ?? "") : "";
}
