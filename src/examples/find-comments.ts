import ts from "typescript";

/** A stretch of a program's text, as offsets. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A comment or a docstring of a program; `//` on several lines, one below the other, is one comment. */
export interface Comment {
  /** What it says, its lines joined by blanks. */
  readonly text: string;
  /** Where that stands: a span for each line that says something, without marks such as `//` and `*`. */
  readonly lines: readonly Span[];
}

/** All comments of a program, which is in TypeScript unless the file's name says Python. */
export function findComments(code: string, name: string): Comment[] {
  const spans = name.endsWith(".py") ? pythonSpans(code) : typeScriptSpans(code);
  return joined(spans, code).map((span) => {
    const lines = textLines(span, code);
    return { text: lines.map(({ from, to }) => code.slice(from, to)).join(" "), lines };
  });
}

function typeScriptSpans(code: string): Span[] {
  const source = ts.createSourceFile("code.ts", code, ts.ScriptTarget.Latest, true);
  const found = new Map<number, Span>();
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) {
      return;
    }
    const children = node.getChildren(source);
    if (children.length === 0) {
      const before = ts.getLeadingCommentRanges(code, node.pos) ?? [];
      const behind = ts.getTrailingCommentRanges(code, node.end) ?? [];
      for (const { pos, end } of [...before, ...behind]) {
        found.set(pos, { from: pos, to: end });
      }
    }
    children.forEach(visit);
  };
  visit(source);
  return [...found.values()].sort((one, other) => one.from - other.from);
}

/** A string, in which a hash begins nothing, or a comment. */
const pythonToken = /("""|''')[\s\S]*?\1|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#.*/g;

function pythonSpans(code: string): Span[] {
  return [...code.matchAll(pythonToken)].flatMap(({ 0: token, index }) => {
    const isDocstring = token.startsWith('"""') && /(^|:\n)[ \t]*$/.test(code.slice(0, index));
    return isDocstring || token.startsWith("#") ? [{ from: index, to: index + token.length }] : [];
  });
}

/** A comment that begins with one of these ends with its line. */
const lineMark = /^(\/\/|#)/;

function joined(spans: readonly Span[], code: string): Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last !== undefined && goesOn(last, span, code)) {
      whole[whole.length - 1] = { from: last.from, to: span.to };
    } else {
      whole.push(span);
    }
  }
  return whole;
}

/** Whether a comment is the next line of the one before. What stands behind code is a comment by itself. */
function goesOn(last: Span, next: Span, code: string): boolean {
  return (
    lineMark.test(code.slice(last.from, last.to)) &&
    lineMark.test(code.slice(next.from, next.to)) &&
    /^\n[ \t]*$/.test(code.slice(last.to, next.from)) &&
    /(^|\n)[ \t]*$/.test(code.slice(0, last.from))
  );
}

/** A line of a comment: the mark before its text, and the text up to the mark behind it. */
const markedLine = /^(\s*(?:\/\/+|\/\*\*?|\*(?!\/)|#+|""")?\s*)(.*?)\s*(?:\*\/|""")?\s*$/;

function textLines({ from, to }: Span, code: string): Span[] {
  let start = from;
  return code
    .slice(from, to)
    .split("\n")
    .flatMap((line) => {
      const [, mark = "", text = ""] = markedLine.exec(line) ?? [];
      const begin = start + mark.length;
      start += line.length + 1;
      return text === "" ? [] : [{ from: begin, to: begin + text.length }];
    });
}
