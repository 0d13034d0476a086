import { spawnSync } from "node:child_process";
import ts from "typescript";

/** A file to check, and the problem found in it. Lines and columns are counted from 1. */
export interface SyntaxProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface SourceFile {
  readonly file: string;
  readonly code: string;
}

/** The first syntax error of each TypeScript file. */
export function checkTypeScript(sources: readonly SourceFile[]): SyntaxProblem[] {
  return sources.flatMap(({ file, code }) => {
    const { diagnostics = [] } = ts.transpileModule(code, {
      fileName: file,
      reportDiagnostics: true,
      compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
    });
    const first = diagnostics[0];
    if (first === undefined) {
      return [];
    }
    const before = code.slice(0, first.start ?? 0).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    return [
      { file, line: before.length, column, message: ts.flattenDiagnosticMessageText(first.messageText, " ") },
    ];
  });
}

const parseWithPython = `
import ast, json, sys
problems = []
for source in json.load(sys.stdin):
    try:
        ast.parse(source["code"])
    except SyntaxError as error:
        problems.append({"file": source["file"], "line": error.lineno or 1,
                         "column": error.offset or 1, "message": error.msg})
print(json.dumps(problems))
`;

/**
 * The first syntax error of each Python file, told by the interpreter itself; undefined when this machine has no
 * python3. (Parsers of Python written in JavaScript were tried: they reject valid programs.)
 */
export function checkPython(sources: readonly SourceFile[]): SyntaxProblem[] | undefined {
  const python = spawnSync("python3", ["-c", parseWithPython], {
    input: JSON.stringify(sources),
    encoding: "utf8",
  });
  return python.status === 0 ? JSON.parse(python.stdout) : undefined;
}
