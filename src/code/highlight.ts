import { createHighlighter, type HighlighterGeneric } from "shiki";
import { digestOf } from "../build/digest-of.ts";
import { findKept, keep } from "../build/kept.ts";
import { programDigest } from "../build/program-digest.ts";
import { unbrokenStrings } from "./unbroken-strings.ts";

/**
 * The element of a token, by the colour that the theme gives it. A page has a thousand tokens, so each is an element as
 * short as can be, of those that say nothing of their own to a screen reader.
 */
const elements: Readonly<Record<string, string | undefined>> = {
  "#E6EDF3": undefined,
  "#8B949E": "small",
  "#FF7B72": "b",
  "#A5D6FF": "i",
  "#79C0FF": "var",
  "#D2A8FF": "u",
  "#FFA657": "samp",
};

const theme = "github-dark-default";
const languages = ["typescript", "python"] as const;
type Language = (typeof languages)[number];
type Highlighter = HighlighterGeneric<Language, typeof theme>;

/** Made when some code is to be coloured that no earlier build has coloured. */
let highlighter: Promise<Highlighter> | undefined;
/** The pages of both languages and a listing hold the same code. */
const highlighted = new Map<string, Promise<string>>();

/**
 * The code as HTML whose tokens are `<b>` and the like, coloured by `code.css`. Neither inline styles nor an element a
 * line, and nothing around plain text: a lesson with many examples weighs a third of what it would with the two.
 */
export function highlight(code: string, name: string): Promise<string> {
  const language = name.endsWith(".py") ? "python" : "typescript";
  const key = `${language}:${code}`;
  const known = highlighted.get(key) ?? highlightOnce(code, language);
  highlighted.set(key, known);
  return known;
}

async function highlightOnce(code: string, language: Language): Promise<string> {
  const digest = digestOf(await programDigest("src/code/highlight.ts"), language, code);
  const kept = findKept("highlighted", digest);
  if (kept !== undefined) {
    return kept.toString();
  }
  highlighter ??= createHighlighter({ themes: [theme], langs: [...languages] });
  const html = toHtml(await highlighter, code, language);
  keep("highlighted", digest, html);
  return html;
}

function toHtml(highlighter: Highlighter, code: string, lang: Language): string {
  // Shiki gives up on a line after half a second, and a machine may be that busy: the page would be another one.
  const { tokens } = highlighter.codeToTokens(code, { lang, theme, tokenizeTimeLimit: 0 });
  return tokens.map((line) => runsOf(line).map(markUp).join("")).join("\n");
}

interface Run {
  element: string | undefined;
  text: string;
}

/** Neighbours of one colour become one; blanks have no colour, and join what is before them. */
function runsOf(line: readonly { content: string; color?: string }[]): Run[] {
  const runs: Run[] = [];
  for (const { content, color } of line) {
    const last = runs.at(-1);
    const element = elementOf(color);
    if (last !== undefined && (last.element === element || content.trim() === "")) {
      last.text += content;
    } else {
      runs.push({ element, text: content });
    }
  }
  return runs;
}

function elementOf(color: string | undefined): string | undefined {
  const known = color?.toUpperCase() ?? "";
  if (!(known in elements)) {
    throw new Error(`${theme} gives a token the colour ${color}. Add it to src/code/highlight.ts.`);
  }
  return elements[known];
}

function markUp({ element, text }: Run): string {
  const content = escapeHtml(text);
  const blank = /^\s*/.exec(content)?.[0] ?? "";
  // Code is English on every page; a comment of it may not be.
  const language = /\p{Script=Han}/u.test(content) ? ' lang="zh-CN"' : "";
  const whole = isUnbroken(text.trim()) ? " class=s" : "";
  return element === undefined
    ? content
    : `${blank}<${element}${language}${whole}>${content.slice(blank.length).trimEnd()}</${element}>${/\s*$/.exec(content)?.[0] ?? ""}`;
}

function isUnbroken(text: string): boolean {
  return text !== "" && text.replace(unbrokenStrings, "") === "";
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
