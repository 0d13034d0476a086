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
  const program = parsedProgram(sources);
  return sources.flatMap(({ file, code }) => {
    const [first] = program.getSyntacticDiagnostics(program.getSourceFile(file));
    if (first === undefined) {
      return [];
    }
    const before = code.slice(0, first.start).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    return [
      { file, line: before.length, column, message: ts.flattenDiagnosticMessageText(first.messageText, " ") },
    ];
  });
}

/** The files and nothing else, parsed: neither what they import is looked for nor a library. */
function parsedProgram(sources: readonly SourceFile[]): ts.Program {
  const codes = new Map(sources.map(({ file, code }) => [file, code]));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    isolatedModules: true,
    noLib: true,
    noResolve: true,
  };
  return ts.createProgram([...codes.keys()], options, {
    getSourceFile: (file, version) => {
      const code = codes.get(file);
      return code === undefined ? undefined : ts.createSourceFile(file, code, version);
    },
    getDefaultLibFileName: () => "",
    writeFile: () => {},
    getCurrentDirectory: () => "",
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (file) => codes.has(file),
    readFile: (file) => codes.get(file),
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
