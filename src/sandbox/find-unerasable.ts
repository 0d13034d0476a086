import { ContextualKeyword } from "sucrase/dist/esm/parser/tokenizer/keywords";
import { TokenType } from "sucrase/dist/esm/parser/tokenizer/types";
import type { Token } from "./read-tokens.ts";

/** Syntax that is more than types: removing it would change what the program does. */
export interface Unerasable {
  /** Where it begins, as an index into the source. */
  readonly index: number;
  readonly what: string;
}

const modifiers = [TokenType._private, TokenType._protected, TokenType._public, TokenType._readonly];

/**
 * The first construct that Node, which only removes types, would refuse: an enum, a namespace, a parameter
 * property, an `import = require()`. The program is to run here as it will run there.
 */
export function findUnerasable(tokens: readonly Token[]): Unerasable | undefined {
  const brackets: TokenType[] = [];
  for (const [position, token] of tokens.entries()) {
    const next = tokens[position + 1];
    if (token.type === TokenType._enum && !token.isType) {
      return { index: token.start, what: "an enum: write an object with `as const`" };
    }
    if (isNamespace(token, tokens[position - 1], next)) {
      return { index: token.start, what: "a namespace: write a module, or an object" };
    }
    if (modifiers.includes(token.type) && brackets.at(-1) === TokenType.parenL) {
      return { index: token.start, what: "a parameter property: declare the field and assign it" };
    }
    if (
      token.contextualKeyword === ContextualKeyword._require &&
      tokens[position - 1]?.type === TokenType.eq
    ) {
      const start = tokens[position - 3];
      if (start?.type === TokenType._import) {
        return { index: start.start, what: 'an `import = require()`: write `import ... from "..."`' };
      }
    }
    follow(brackets, token.type);
  }
  return undefined;
}

function isNamespace(token: Token, previous: Token | undefined, next: Token | undefined): boolean {
  const isKeyword =
    token.contextualKeyword === ContextualKeyword._namespace ||
    token.contextualKeyword === ContextualKeyword._module;
  const isDeclared = previous?.contextualKeyword === ContextualKeyword._declare;
  return isKeyword && token.isType && next?.type === TokenType.name && !isDeclared;
}

function follow(brackets: TokenType[], type: TokenType): void {
  if (type === TokenType.parenL || type === TokenType.braceL) {
    brackets.push(type);
  } else if (type === TokenType.parenR || type === TokenType.braceR) {
    brackets.pop();
  }
}
