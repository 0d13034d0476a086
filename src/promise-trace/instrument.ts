import {
  type AnonymousFunctionDeclaration,
  type AnyNode,
  type ArrowFunctionExpression,
  type BlockStatement,
  type CallExpression,
  type ForOfStatement,
  type FunctionDeclaration,
  type FunctionExpression,
  type Program,
  parse,
  type Token,
  type TryStatement,
} from "acorn";
import { partsOf } from "./declared-names.ts";
import { calleeName, nameOfFunction } from "./function-name.ts";
import { canBecomeBlock } from "./function-scope.ts";
import { InsertedText, Insertions } from "./insertions.ts";
import type { Parents } from "./parents.ts";
import { standInFor } from "./stand-in.ts";

/** What hands the watcher the local values at a wait, as a reader of the names that are seen there; "" for none. */
export type ReadLocals = (at: number, parents: Parents | undefined) => string;

/**
 * Has a module tell where it calls, waits and goes on. Not one tick is added and none is moved: around each `await` stand
 * two plain calls, one before and one after it. Lines keep their numbers. Undefined for what does not parse: the engine
 * says why; and for expressions so deep that there is no stack to walk through them.
 *
 * @param code JavaScript, a module.
 * @param path The reader's file, without a slash.
 * @param watcher The global that it tells: a name from `unusedName`.
 * @param readLocals Where the values at each wait are wanted: from `localsReader`.
 */
export function instrument(
  code: string,
  path: string,
  watcher: string,
  readLocals: ReadLocals = () => "",
): InsertedText | undefined {
  const tokens: Token[] = [];
  try {
    const program = parse(code, {
      ecmaVersion: "latest",
      sourceType: "module",
      locations: true,
      onToken: tokens,
    });
    return new InsertedText(
      code,
      new Instrumenter(code, path, watcher, tokens, readLocals).instrument(program, endOfHashbang(code)),
    );
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

/** Where the program may begin: `#!` stands before all else, on a line of its own. */
function endOfHashbang(code: string): number {
  return /^#!.*(?:\r\n?|[\n\u2028\u2029])?/.exec(code)?.[0].length ?? 0;
}

/** A name for the global that none of the modules has in it. */
export function unusedName(modules: readonly string[]): string {
  let name = "$w";
  while (modules.some((code) => code.includes(name))) {
    name += "w";
  }
  return name;
}

type AnyFunction = AnyNode &
  (FunctionDeclaration | AnonymousFunctionDeclaration | FunctionExpression | ArrowFunctionExpression);

/** The function around a node, as far as it has a lane. */
type Context = "function" | "generator" | undefined;

class Instrumenter {
  readonly #path: string;
  readonly #watcher: string;
  /** The variable that holds the lane of a function. */
  readonly #lane: string;
  readonly #tokens: readonly Token[];
  readonly #readLocals: ReadLocals;
  readonly #insertions: Insertions;

  constructor(code: string, path: string, watcher: string, tokens: readonly Token[], readLocals: ReadLocals) {
    this.#insertions = new Insertions(code);
    this.#path = path;
    this.#watcher = watcher;
    this.#lane = `${watcher}l`;
    this.#tokens = tokens;
    this.#readLocals = readLocals;
  }

  instrument(program: Program, start: number): ReturnType<Insertions["inOrder"]> {
    if (start === program.end) {
      return [];
    }
    this.#insertions.open(
      start,
      `const ${this.#lane}=${this.#watcher}.beginModule(${JSON.stringify(this.#path)});`,
    );
    // On a line of its own: the last one may end with a comment. Said first, as what comes later closes before it.
    this.#insertions.close(program.end, `\n;${this.#watcher}.end(${this.#lane});`);
    this.#children(program, "function", undefined);
    return this.#insertions.inOrder();
  }

  #begin(method: "begin" | "beginGenerator", name: string, node: AnyNode): string {
    return `${this.#watcher}.${method}(${JSON.stringify(name)},${JSON.stringify(this.#path)},${lineOf(node)})`;
  }

  #visit(node: AnyNode, context: Context, parents: Parents | undefined): void {
    switch (node.type) {
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        this.#function(node, parents);
        return;
      case "PropertyDefinition":
        this.#visitParts(node, node.computed ? [node.key] : [], context, parents);
        this.#visitParts(node, node.value == null ? [] : [node.value], undefined, parents);
        return;
      case "StaticBlock":
        this.#children(node, undefined, parents);
        return;
      case "CallExpression":
        this.#call(node, context, parents);
        break;
      case "ChainExpression":
        if (node.expression.type === "CallExpression" && !showsSource(node, parents)) {
          this.#aroundCall(node, node.expression, context);
        }
        break;
      case "NewExpression":
        this.#construction(node);
        break;
      case "AwaitExpression":
        if (context !== undefined) {
          this.#await(node, parents);
        }
        break;
      case "YieldExpression":
        if (context === "generator") {
          this.#yield(node, parents);
        }
        break;
      case "ReturnStatement":
        if (context !== undefined && node.argument != null) {
          const method = context === "generator" ? "suspend" : "result";
          const place = context === "generator" ? this.#placeOf(node, parents) : "";
          this.#hand(node.argument, `${this.#watcher}.${method}(${this.#lane}`, place);
        }
        break;
      case "TryStatement":
        if (context !== undefined) {
          this.#try(node);
        }
        break;
      case "ForOfStatement":
        this.#loop(node, context, parents);
        break;
      case "VariableDeclaration":
        if (node.kind === "await using" && context !== undefined) {
          this.#disposal(node, parents);
        }
    }
    this.#children(node, context, parents);
  }

  #children(node: AnyNode, context: Context, parents: Parents | undefined): void {
    this.#visitParts(node, partsOf(node), context, parents);
  }

  #visitParts(node: AnyNode, parts: readonly AnyNode[], context: Context, above: Parents | undefined): void {
    for (const part of parts) {
      this.#visit(part, context, { node, above });
    }
  }

  /** Parameters are evaluated before there is a lane. */
  #function(node: AnyFunction, parents: Parents | undefined): void {
    const above = { node, above: parents };
    const context = this.#contextOf(node);
    for (const parameter of node.params) {
      this.#visit(parameter, undefined, above);
    }
    if (context !== undefined) {
      this.#body(node, nameOfFunction(node, parents?.node, parents?.above?.node), context);
    }
    if (node.body.type === "BlockStatement") {
      this.#children(node.body, context, above);
    } else {
      this.#visit(node.body, context, above);
    }
  }

  #contextOf(node: AnyFunction): Context {
    if (!node.async || (node.body.type === "BlockStatement" && !canBecomeBlock(node.body))) {
      return undefined;
    }
    return node.generator ? "generator" : "function";
  }

  #body(node: AnyFunction, name: string, context: "function" | "generator"): void {
    const method = context === "generator" ? "beginGenerator" : "begin";
    const title = context === "generator" ? `${name}*` : name;
    const begin = `const ${this.#lane}=${this.#begin(method, title, node)};try{`;
    const thrown = `${this.#watcher}e`;
    const end = `}catch(${thrown}){throw ${this.#watcher}.error(${this.#lane},${thrown})}finally{${this.#watcher}.end(${this.#lane})}`;
    if (node.body.type === "BlockStatement") {
      this.#inside(node.body, begin, end);
    } else {
      const arrow = this.#endOfArrow(node);
      this.#insertions.open(arrow, `{${begin}return ${this.#watcher}.result(${this.#lane},(`);
      this.#insertions.close(node.end, `))${end}}`);
    }
  }

  #endOfArrow({ params, start, body }: AnyFunction): number {
    const from = params.at(-1)?.end ?? start;
    let index = this.#tokenFrom(from);
    while (index < this.#tokens.length && this.#tokens[index]?.type.label !== "=>") {
      index++;
    }
    return this.#tokens[index]?.end ?? body.start;
  }

  /** The first token that begins there or later. */
  #tokenFrom(offset: number): number {
    let [low, high] = [0, this.#tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tokens[middle] as Token).start < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  #call(node: CallExpression, context: Context, parents: Parents | undefined): void {
    const isPart = parents !== undefined && isInChain(node, parents);
    if (node.callee.type !== "Super" && !isPart && !showsSource(node, parents)) {
      this.#aroundCall(node, node, context);
    }
  }

  /** Before the call the watcher is asked how much it has seen, and after it what came of it. */
  #aroundCall(node: AnyNode, { callee }: CallExpression, context: Context): void {
    const lane = context === undefined ? "" : this.#lane;
    const name = JSON.stringify(calleeName(callee));
    this.#around(node, `${this.#watcher}.called(${this.#watcher}.mark(${lane}),`, `,${name})`);
  }

  #construction(node: AnyNode & { type: "NewExpression" }): void {
    const [executor] = node.arguments;
    if (node.callee.type === "Identifier" && node.callee.name === "Promise" && executor !== undefined) {
      this.#around(node, `${this.#watcher}.made(`, ")");
      if (executor.type !== "SpreadElement") {
        this.#hand(executor, `${this.#watcher}.executor(Promise`);
      }
    }
  }

  #await(node: AnyNode & { type: "AwaitExpression" }, parents: Parents | undefined): void {
    const statement = patternStatement(node, parents);
    if (statement !== undefined) {
      this.#insertions.close(statement.end, `;${this.#watcher}.resume(${this.#lane});`);
    } else if (!isLoopedOver(node, parents)) {
      this.#around(node, `${this.#watcher}.resumed(${this.#lane},`, ")");
    }
    this.#hand(node.argument, `${this.#watcher}.suspend(${this.#lane}`, this.#placeOf(node, parents));
  }

  #yield(node: AnyNode & { type: "YieldExpression" }, parents: Parents | undefined): void {
    const place = this.#placeOf(node, parents);
    this.#insertions.open(node.start, `${this.#watcher}.resumed(${this.#lane},`);
    if (node.argument == null) {
      this.#insertions.close(node.end, ` ${this.#watcher}.park(${this.#lane},undefined${place}))`);
    } else {
      this.#insertions.close(node.end, ")");
      this.#hand(node.argument, `${this.#watcher}.park(${this.#lane}`, place);
    }
  }

  /** What handles a failure may begin in a turn of its own, as what was waited for has failed, and may look at the message. */
  #try({ block, handler, finalizer }: TryStatement): void {
    if (handler != null) {
      const thrown = `${this.#watcher}e`;
      this.#inside(
        block,
        "try{",
        `}catch(${thrown}){throw ${this.#watcher}.failed(${this.#lane},${thrown})}`,
      );
    }
    if (finalizer != null) {
      this.#insertions.open(finalizer.start + 1, `${this.#watcher}.resume(${this.#lane});`);
    }
  }

  /** In one piece where the block is empty: what closes at an offset comes before what opens there. */
  #inside(block: BlockStatement, before: string, after: string): void {
    const isEmpty = block.start + 1 === block.end - 1;
    this.#insertions.open(block.start + 1, isEmpty ? before + after : before);
    this.#insertions.close(block.end - 1, isEmpty ? "" : after);
  }

  #loop(node: ForOfStatement, context: Context, parents: Parents | undefined): void {
    const waits = node.await || node.right.type === "AwaitExpression";
    if (context === undefined || !waits) {
      return;
    }
    const resume = `${this.#watcher}.resume(${this.#lane});`;
    const whole = labelled(node, parents);
    const [before, after] = node.await ? this.#refusal(node.right) : ["{", ""];
    this.#insertions.open(whole.start, before);
    this.#insertions.close(whole.end, `${after}${resume}${node.await ? "break" : ""}}`);
    if (node.await) {
      this.#hand(node.right, `${this.#watcher}.iterable(${this.#lane}`, this.#placeOf(node, parents));
    }
    this.#insertions.open(node.body.start, `{${resume}`);
    this.#insertions.close(node.body.end, "}");
  }

  /**
   * What stands around a loop, so that what no loop can go through is refused by the engine itself, which names it by its
   * source text: then the loop begins again, as one that goes through a stand-in. All of that is in the line of the loop.
   */
  #refusal(right: AnyNode): [before: string, after: string] {
    const refused = `${this.#watcher}r`;
    const { declaration, text } = standInFor(right, `${refused}.value`, this.#watcher);
    const refusing = `if(${refused}){${declaration}for await(const ${this.#watcher}i of ${text});}`;
    return [
      `for(;;){const ${refused}=${this.#watcher}.refused();${refusing}try{`,
      `}finally{if(${this.#watcher}.hasRefused())continue}`,
    ];
  }

  /** What is disposed of first says that the rest is waited for. A resource without a promise takes no tick. */
  #disposal(node: AnyNode & { type: "VariableDeclaration" }, parents: Parents | undefined): void {
    const block = parents?.node;
    if (block?.type === "BlockStatement" || block?.type === "Program") {
      const name = `${this.#watcher}u${node.start}`;
      this.#insertions.close(
        node.end,
        `;using ${name}=${this.#watcher}.disposal(${this.#lane}${this.#placeOf(node, parents)});`,
      );
    }
  }

  /** Where a call waits, and what it sees there: the last arguments of what tells the watcher so. */
  #placeOf(node: AnyNode, parents: Parents | undefined): string {
    return `,${lineOf(node)}${this.#readLocals(node.start, parents)}`;
  }

  /** Hands an expression to the watcher, which gives it back. It may hold commas. */
  #hand(node: AnyNode, call: string, more = ""): void {
    this.#around(node, `${call},(`, `)${more})`);
  }

  #around(node: AnyNode, before: string, after: string): void {
    this.#insertions.open(node.start, before);
    this.#insertions.close(node.end, after);
  }
}

function lineOf(node: AnyNode): number {
  return node.loc?.start.line ?? 0;
}

/** Whether a call is a part of a chain, `a?.b().c`: around a part nothing can be put. */
function isInChain(node: AnyNode, parents: Parents): boolean {
  const { node: parent, above } = parents;
  if (parent.type === "ChainExpression") {
    return true;
  }
  const goesOn =
    (parent.type === "MemberExpression" && parent.object === node) ||
    (parent.type === "CallExpression" && parent.callee === node);
  return goesOn && above !== undefined && isInChain(parent, above);
}

/** Whether an engine names what is here by its source text when it cannot go on: then the text must stay as it is. */
function showsSource(node: AnyNode, parents: Parents | undefined): boolean {
  const parent = parents?.node;
  switch (parent?.type) {
    case "CallExpression":
    case "NewExpression":
      return parent.callee === node;
    case "TaggedTemplateExpression":
      return parent.tag === node;
    case "AssignmentExpression":
      return parent.right === node && parent.left.type.endsWith("Pattern");
    case "MemberExpression":
    case "LogicalExpression":
    case "SequenceExpression":
      return showsSource(parent, parents?.above);
    case "SpreadElement":
      return true;
    case "YieldExpression":
      return parent.delegate;
    case "VariableDeclarator":
      return parent.init === node && parent.id.type !== "Identifier";
    case "ForOfStatement":
      return parent.right === node;
    case "BinaryExpression":
      return parent.right === node && (parent.operator === "instanceof" || parent.operator === "in");
    default:
      return false;
  }
}

/** The statement that takes apart what was waited for: an engine that cannot do so shows the source text. */
function patternStatement(node: AnyNode, parents: Parents | undefined): AnyNode | undefined {
  const [declarator, declaration, block] = [parents?.node, parents?.above?.node, parents?.above?.above?.node];
  const isPattern =
    declarator?.type === "VariableDeclarator" &&
    declarator.init === node &&
    declarator.id.type !== "Identifier";
  const isStatement =
    declaration?.type === "VariableDeclaration" &&
    declaration.declarations.length === 1 &&
    (block?.type === "BlockStatement" || block?.type === "Program" || block?.type === "StaticBlock");
  return isPattern && isStatement ? declaration : undefined;
}

function isLoopedOver(node: AnyNode, parents: Parents | undefined): boolean {
  return parents?.node.type === "ForOfStatement" && parents.node.right === node;
}

/** A loop with its labels, which must stand before it. */
function labelled(node: AnyNode, parents: Parents | undefined): AnyNode {
  return parents?.node.type === "LabeledStatement" ? labelled(parents.node, parents.above) : node;
}
