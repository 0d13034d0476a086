import { createHighlighter } from "shiki";

/** What a token is, by the colour that the theme gives it: an element as short as can be, since a page has a thousand. */
const kinds: Readonly<Record<string, string | undefined>> = {
  "#E6EDF3": undefined,
  "#8B949E": "c",
  "#FF7B72": "k",
  "#A5D6FF": "s",
  "#79C0FF": "n",
  "#D2A8FF": "f",
  "#FFA657": "t",
};

const theme = "github-dark-default";
const highlighter = await createHighlighter({ themes: [theme], langs: ["typescript", "python"] });

/**
 * The code as HTML whose tokens are `<i-k>` and the like, coloured by `code.css`. Neither inline styles nor an element a
 * line, and nothing around plain text: a lesson with many examples weighs a third of what it would with the two.
 */
export function highlight(code: string, name: string): string {
  const lang = name.endsWith(".py") ? "python" : "typescript";
  const { tokens } = highlighter.codeToTokens(code, { lang, theme });
  return tokens.map((line) => runsOf(line).map(markUp).join("")).join("\n");
}

interface Run {
  kind: string | undefined;
  text: string;
}

/** Neighbours of one kind become one; blanks have no colour, and join what is before them. */
function runsOf(line: readonly { content: string; color?: string }[]): Run[] {
  const runs: Run[] = [];
  for (const { content, color } of line) {
    const last = runs.at(-1);
    const kind = kindOf(color);
    if (last !== undefined && (last.kind === kind || content.trim() === "")) {
      last.text += content;
    } else {
      runs.push({ kind, text: content });
    }
  }
  return runs;
}

function kindOf(color: string | undefined): string | undefined {
  const known = color?.toUpperCase() ?? "";
  if (!(known in kinds)) {
    throw new Error(`${theme} gives a token the colour ${color}. Add it to src/components/highlight.ts.`);
  }
  return kinds[known];
}

function markUp({ kind, text }: Run): string {
  const content = escapeHtml(text);
  const blank = /^\s*/.exec(content)?.[0] ?? "";
  return kind === undefined
    ? content
    : `${blank}<i-${kind}>${content.slice(blank.length).trimEnd()}</i-${kind}>${/\s*$/.exec(content)?.[0] ?? ""}`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
