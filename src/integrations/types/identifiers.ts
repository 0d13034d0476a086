import ts from "typescript";

/** The names that a reader can ask about, each as the span of its identifier. */
export function identifiers(code: string): readonly { readonly from: number; readonly to: number }[] {
  const source = ts.createSourceFile("code.ts", code, ts.ScriptTarget.Latest, true);
  const found: { from: number; to: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
      found.push({ from: node.getStart(source), to: node.end });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
