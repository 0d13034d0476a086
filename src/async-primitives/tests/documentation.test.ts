import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import * as library from "../index.ts";

const entry = fileURLToPath(new URL("../index.ts", import.meta.url));
const settings = fileURLToPath(new URL("../tsconfig.json", import.meta.url));
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(settings, ts.sys.readFile).config,
  ts.sys,
  fileURLToPath(new URL("..", import.meta.url)),
);
const program = ts.createProgram([entry], options);
const checker = program.getTypeChecker();
const index = checker.getSymbolAtLocation(program.getSourceFile(entry) as ts.SourceFile) as ts.Symbol;

/** Every symbol that a program can import, by its name. */
const symbols = checker
  .getExportsOfModule(index)
  .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));

const summaryOf = (symbol: ts.Symbol): string =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();

const hasTag = (symbol: ts.Symbol, tag: string): boolean =>
  symbol.getJsDocTags(checker).some(({ name, text }) => name === tag && ts.displayPartsToString(text) !== "");

const importedAs = ({ name }: ts.Symbol): unknown => (library as Record<string, unknown>)[name];

const isError = (symbol: ts.Symbol): boolean =>
  (importedAs(symbol) as { prototype?: unknown } | undefined)?.prototype instanceof Error;

/** What the users of a class call or read. Overrides, and what a class promises to the language, are known already. */
function membersOf(symbol: ts.Symbol): ts.Symbol[] {
  if (!(symbol.flags & ts.SymbolFlags.Class)) {
    return [];
  }
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Override;
  return [...(symbol.members?.values() ?? [])].filter((member) => {
    const declaration = member.declarations?.[0];
    if (declaration === undefined || member.flags & ts.SymbolFlags.TypeParameter) {
      return false;
    }
    const name = ts.getNameOfDeclaration(declaration);
    if (name === undefined || !ts.isIdentifier(name)) {
      return false;
    }
    const isInternal = member.getJsDocTags(checker).some((tag) => tag.name === "internal");
    return !isInternal && !(ts.getCombinedModifierFlags(declaration) & hidden);
  });
}

const names = (found: readonly ts.Symbol[]): string[] => found.map(({ name }) => name);

describe("the documentation", () => {
  test("sums up every symbol that can be imported", () => {
    expect(symbols.length).toBeGreaterThan(100);
    expect(names(symbols.filter((symbol) => summaryOf(symbol) === ""))).toEqual([]);
  });

  test("sums up every method and property of every class", () => {
    const missing = symbols.flatMap((symbol) =>
      membersOf(symbol)
        .filter((member) => summaryOf(member) === "")
        .map((member) => `${symbol.name}.${member.name}`),
    );
    expect(missing).toEqual([]);
  });

  test("names the Python original of every function, class and constant", () => {
    const values = symbols.filter(({ flags }) => flags & ts.SymbolFlags.Value);
    expect(names(values.filter((symbol) => !hasTag(symbol, "see")))).toEqual([]);
  });

  test("has an example of everything that a program calls, makes or passes on", () => {
    const used = symbols.filter((symbol) => importedAs(symbol) !== undefined && !isError(symbol));
    expect(used.length).toBeGreaterThan(50);
    expect(names(used.filter((symbol) => !hasTag(symbol, "example")))).toEqual([]);
  });

  test("puts every symbol into one group of the reference", () => {
    const groupsOf = (symbol: ts.Symbol) =>
      symbol.getJsDocTags(checker).filter(({ name, text }) => name === "group" && text !== undefined);
    expect(names(symbols.filter((symbol) => groupsOf(symbol).length !== 1))).toEqual([]);
  });
});
