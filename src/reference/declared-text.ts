import { readFileSync } from "node:fs";
import { type DeclarationReflection, ReflectionKind, type SignatureReflection } from "typedoc";
import ts from "typescript";

/** Beyond this many characters a list of parameters stands on several lines. */
const width = 84;

/**
 * Declarations as their authors wrote them, without bodies and without what concerns only the body: names that take
 * options apart, defaults that are not literal values, the star of a generator.
 */
export class DeclaredText {
  readonly #files = new Map<string, ts.SourceFile>();

  /** The declaration behind TypeDoc's reflection, as TypeScript. */
  of(reflection: DeclarationReflection): string {
    const signatures = reflection.signatures ?? [];
    if (signatures.length > 0) {
      return signatures.map((signature) => this.#signature(reflection, signature)).join("\n");
    }
    const node = this.#find(reflection);
    if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) {
      return headOf(node);
    }
    if (ts.isTypeAliasDeclaration(node)) {
      return node.getText().replace(/^export /, "");
    }
    if (reflection.kind === ReflectionKind.Accessor) {
      const type = reflection.getSignature?.type ?? reflection.setSignature?.parameters?.[0]?.type;
      const readonly = reflection.setSignature === undefined ? "readonly " : "";
      return `${readonly}${reflection.name}: ${declaredType(node) ?? type}`;
    }
    const isVariable = reflection.kind === ReflectionKind.Variable;
    const before = isVariable ? "const " : reflection.flags.isReadonly ? "readonly " : "";
    const { isOptional } = reflection.flags;
    const type = declaredType(node) ?? String(reflection.type);
    return `${before}${reflection.name}${isOptional ? `?: ${withoutUndefined(type)}` : `: ${type}`}`;
  }

  #signature(reflection: DeclarationReflection, signature: SignatureReflection): string {
    const node = this.#find(signature.sources?.length ? signature : reflection);
    if (!ts.isFunctionLike(node)) {
      return `const ${reflection.name}: ${declaredType(node) ?? signature.type}`;
    }
    const types = node.typeParameters
      ? `<${node.typeParameters.map((type) => type.getText()).join(", ")}>`
      : "";
    const parameters = node.parameters
      .filter((parameter) => parameter.name.getText() !== "this")
      .map((parameter, index) => parameterText(parameter, String(signature.parameters?.[index]?.type)));
    const isConstructor = reflection.kind === ReflectionKind.Constructor;
    const isFunction = reflection.kind === ReflectionKind.Function;
    const name = isConstructor ? `new ${reflection.parent?.name}` : reflection.name;
    const answer = isConstructor ? "" : `: ${node.type?.getText() ?? signature.type}`;
    return laidOut(`${isFunction ? "function " : ""}${name}${types}`, parameters, answer);
  }

  /** The declaration whose name stands where TypeDoc says. */
  #find(reflection: DeclarationReflection | SignatureReflection): ts.Node {
    const [source] = reflection.sources ?? [];
    if (source === undefined) {
      throw new Error(`TypeDoc does not say where ${reflection.getFullName()} is declared.`);
    }
    const file = this.#read(source.fullFileName);
    const position = file.getPositionOfLineAndCharacter(source.line - 1, source.character);
    let node: ts.Node = file;
    for (let inner: ts.Node | undefined = file; inner !== undefined; ) {
      node = inner;
      inner = ts.forEachChild(node, (child) =>
        child.getStart(file) <= position && position < child.end ? child : undefined,
      );
    }
    // TypeDoc points at the name, or at the word `constructor`.
    return ts.isIdentifier(node) || ts.isStringLiteral(node) || ts.isComputedPropertyName(node)
      ? node.parent
      : node;
  }

  #read(path: string): ts.SourceFile {
    const file =
      this.#files.get(path) ??
      ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
    this.#files.set(path, file);
    return file;
  }
}

/** From the name of a class or an interface to its body: with what it extends and implements. */
function headOf(node: ts.ClassDeclaration | ts.InterfaceDeclaration): string {
  const keyword = ts.isClassDeclaration(node) ? "class" : "interface";
  const types = node.typeParameters
    ? `<${node.typeParameters.map((type) => type.getText()).join(", ")}>`
    : "";
  const clauses = (node.heritageClauses ?? []).map((clause) => ` ${clause.getText()}`).join("");
  return `${keyword} ${node.name?.text}${types}${clauses}`;
}

function declaredType(node: ts.Node): string | undefined {
  const typed = node as { readonly type?: ts.TypeNode };
  return typed.type?.getText();
}

/** `name?: Type`, or `name: Type = 1` where the default is a value to read. */
function parameterText(node: ts.ParameterDeclaration, inferred: string): string {
  const name = ts.isIdentifier(node.name) ? node.name.text.replace(/^_/, "") : "options";
  const type = node.type?.getText() ?? inferred;
  const literal =
    node.initializer !== undefined && isLiteral(node.initializer) ? node.initializer.getText() : "";
  const isOptional = node.questionToken !== undefined || (node.initializer !== undefined && literal === "");
  const before = `${node.dotDotDotToken ? "..." : ""}${name}`;
  return isOptional
    ? `${before}?: ${withoutUndefined(type)}`
    : `${before}: ${type}${literal && ` = ${literal}`}`;
}

/** What may be left out may be undefined; the library says so twice, for `exactOptionalPropertyTypes`. */
function withoutUndefined(type: string): string {
  return type.replace(/ \| undefined$/, "").replaceAll(/(\?: [^;|}]+?) \| undefined(?= ?[;}])/g, "$1");
}

function isLiteral(node: ts.Expression): boolean {
  return /^(-?[\d_.]+|true|false|"[^"]*"|null)$/.test(node.getText());
}

function laidOut(before: string, parameters: readonly string[], after: string): string {
  const line = `${before}(${parameters.join(", ")})${after}`;
  return line.length <= width
    ? line
    : `${before}(\n${parameters.map((text) => `  ${text},\n`).join("")})${after}`;
}
