/** Sucrase's parser, which its package holds and its entry does not name. */
declare module "sucrase/dist/esm/parser" {
  export { parse } from "sucrase/dist/types/parser";
}
declare module "sucrase/dist/esm/parser/tokenizer/keywords" {
  export { ContextualKeyword } from "sucrase/dist/types/parser/tokenizer/keywords";
}
declare module "sucrase/dist/esm/parser/tokenizer/types" {
  export { TokenType } from "sucrase/dist/types/parser/tokenizer/types";
}
