import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const entry = join(import.meta.dirname, "../../src/async-primitives/dist/index.d.ts");

/** What TypeScript says against the declarations as they are published, in a project that looks into those of packages. */
function findMistakes(options: ts.CompilerOptions): string[] {
  const program = ts.createProgram([entry], {
    ...options,
    lib: ["lib.es2023.d.ts", "lib.esnext.disposable.d.ts", "lib.dom.d.ts"],
    strict: true,
    skipLibCheck: false,
    skipDefaultLibCheck: true,
    types: [],
    noEmit: true,
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    return `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

test.each([
  ["NodeNext", { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }],
  ["Bundler", { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
])("the published declarations have no mistakes, with modules resolved as by %s", (_, options) => {
  expect(findMistakes(options)).toEqual([]);
});
