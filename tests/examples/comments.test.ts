import { spawnSync } from "node:child_process";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { filesIn } from "../../src/examples/files-in.ts";
import { findComments } from "../../src/examples/find-comments.ts";
import { listExamples, readExample } from "../../src/examples/read-example.ts";
import { identifiers } from "../../src/integrations/types/identifiers.ts";
import { findPython } from "./find-python.ts";

const examples = listExamples().map((path) => readExample(path));
const python = findPython();

/** Each file in English and in Chinese. */
const files = examples.flatMap((example) => {
  const chinese = filesIn("zh-cn", example);
  return example.files.map(({ name, code }, index) => ({
    file: `examples/${example.path}/${name}`,
    english: code,
    chinese: chinese[index]?.code ?? "",
  }));
});

describe("comments are found", () => {
  const textsOf = (name: string, ...lines: string[]): string[] =>
    findComments(lines.join("\n"), name).map(({ text }) => text);

  test("in TypeScript: of lines, behind code, and of declarations", () => {
    expect(
      textsOf(
        "main.ts",
        "/** Says",
        " * hello. */",
        'const url = "http://nowhere"; // no comment in a string',
        "// Two lines",
        "//   are one.",
        "",
        "// Another.",
        `const text = \`// \${/* here */ url} //\`;`,
        "const pattern = /[/]*x/; // behind a pattern",
        "// at the end",
      ),
    ).toEqual([
      "Says hello.",
      "no comment in a string",
      "Two lines are one.",
      "Another.",
      "here",
      "behind a pattern",
      "at the end",
    ]);
  });

  test("in Python: docstrings too, and no other strings", () => {
    expect(
      textsOf(
        "main.py",
        '"""The module."""',
        "def f():",
        '    """Says',
        '    hello."""',
        '    text = """no docstring"""',
        "    return '#' + \"it's # none\" # a comment",
      ),
    ).toEqual(["The module.", "Says hello.", "a comment"]);
  });
});

describe("on Chinese pages", () => {
  test("every comment of an example is Chinese", () => {
    const english = examples.flatMap(({ path, files, comments }) =>
      files.flatMap(({ name, code }) =>
        findComments(code, name)
          .filter(({ text }) => comments[text] === undefined)
          .map(({ text }) => `examples/${path}/comments.zh-cn.json: "${text}"`),
      ),
    );
    expect([...new Set(english)]).toEqual([]);
  });

  test("the TypeScript is the same but for comments", () => {
    const programs = files.filter(({ file }) => file.endsWith(".ts"));
    expect(programs.length).toBeGreaterThan(200);
    for (const { file, english, chinese } of programs) {
      expect(withoutComments(chinese), file).toBe(withoutComments(english));
    }
  });

  test.skipIf(python === undefined)("the Python is the same but for comments and docstrings", () => {
    const programs = files.filter(({ file }) => file.endsWith(".py"));
    expect(programs.length).toBeGreaterThan(100);
    expect(differentPrograms(programs)).toEqual([]);
  });

  test("names stay where they are, so that types and marks find them", () => {
    for (const { file, english, chinese } of files) {
      expect(chinese.split("\n").length, file).toBe(english.split("\n").length);
      if (file.endsWith(".ts")) {
        expect(placesOf(chinese), file).toEqual(placesOf(english));
      }
    }
  });

  test("comments are no wider than 80 columns, or than the English", () => {
    const wide = files.flatMap(({ file, english, chinese }) => {
      const lines = english.split("\n");
      return chinese
        .split("\n")
        .map((line, index) => ({ line, most: Math.max(80, widthOf(lines[index] ?? "")) }))
        .filter(({ line, most }) => widthOf(line) > most)
        .map(({ line }) => `${file}: ${line.trim()}`);
    });
    expect(wide).toEqual([]);
  });

  test("comments have full-width punctuation, and a space between Chinese and code", () => {
    for (const { path, comments } of examples) {
      for (const text of Object.values(comments)) {
        expect(text, path).not.toMatch(/\p{Script=Han}[,.:;?!()]|[,:;?!()]\p{Script=Han}/u);
        expect(text, path).not.toMatch(/\p{Script=Han}[`\w]|[`\w]\p{Script=Han}/u);
      }
    }
  });
});

/** As TypeScript prints it: a second opinion on what a comment is. */
function withoutComments(code: string): string {
  const compilerOptions = { removeComments: true, target: ts.ScriptTarget.ESNext };
  return ts.transpileModule(code, { compilerOptions }).outputText;
}

/** The files whose syntax trees are not the same but for docstrings. */
function differentPrograms(programs: typeof files): string[] {
  const script = `
import ast, json, sys

def tree(code):
    parsed = ast.parse(code)
    for node in ast.walk(parsed):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
            body[0].value.value = None
    return ast.dump(parsed)

programs = json.load(sys.stdin)
print(json.dumps([p["file"] for p in programs if tree(p["english"]) != tree(p["chinese"])]))
`;
  const { stdout, stderr } = spawnSync(python?.command ?? "", ["-c", script], {
    input: JSON.stringify(programs),
    encoding: "utf8",
    maxBuffer: 2 ** 24,
  });
  if (stdout === "") {
    throw new Error(stderr);
  }
  return JSON.parse(stdout);
}

/** Line, column and name of all identifiers. */
function placesOf(code: string): string[] {
  return identifiers(code).map(({ from, to }) => {
    const before = code.slice(0, from).split("\n");
    return `${before.length}:${before.at(-1)?.length} ${code.slice(from, to)}`;
  });
}

/** In columns of a font whose Chinese characters are as wide as two of its letters. */
function widthOf(line: string): number {
  return line.length + (line.match(/[\p{Script=Han}，。：；？！（）、“”]/gu) ?? []).length;
}
