import { ContextualKeyword } from "sucrase/dist/esm/parser/tokenizer/keywords";
import { TokenType } from "sucrase/dist/esm/parser/tokenizer/types";
import type { Token } from "./read-tokens.ts";

const statements = [
  ContextualKeyword._type,
  ContextualKeyword._interface,
  ContextualKeyword._declare,
  ContextualKeyword._abstract,
];

/**
 * Puts a semicolon before each statement that will be removed with its types. Without it, a line before and a line
 * that begins with a parenthesis would grow together into a call.
 */
export function separateTypes(source: string, tokens: readonly Token[]): string {
  const starts = tokens
    .filter((token, position) => {
      const previous = tokens[position - 1];
      const keyword = token.type === TokenType._export ? tokens[position + 1] : token;
      const begins =
        previous !== undefined && !previous.isType && /\n/.test(source.slice(previous.end, token.start));
      return (
        token.isType && begins && keyword !== undefined && statements.includes(keyword.contextualKeyword)
      );
    })
    .map(({ start }) => start);
  return starts.reduceRight((text, start) => `${text.slice(0, start)};${text.slice(start)}`, source);
}
