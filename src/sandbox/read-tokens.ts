import { parse } from "sucrase/dist/esm/parser";

export type Token = ReturnType<typeof parse>["tokens"][number];

/** The tokens of a TypeScript module; each knows whether it belongs to a type. Throws where the module does not parse. */
export function readTokens(source: string): readonly Token[] {
  return parse(source, false, true, false).tokens;
}
