/** A word of a text, and the line on which it stands, counted from 1. */
export interface Word {
  readonly word: string;
  readonly line: number;
}

/** What of a Markdown or MDX page is written in words: no code, no addresses, no tags. */
export function proseOfMarkdown(text: string): string {
  return [
    /^(import|export) .*$/gm,
    /^(```|~~~)[\s\S]*?^\1/gm,
    /`[^`]*`/g,
    /\]\([^)]*\)/g,
    /^\[[^\]]+\]: .*$/gm,
    /<[^>]*>/g,
    /\{\/\*[\s\S]*?\*\/\}/g,
    /https?:\/\/\S+/g,
    // Of the front matter only what readers see.
    /^(?!title|description)\w+:.*$/gm,
    /^:::\w+/gm,
  ].reduce(blank, text);
}

/** What of a TypeScript file is written in words: its comments, without their examples and tags. */
export function proseOfComments(text: string): string {
  const comments = [...text.matchAll(/\/\*\*?[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm)];
  let prose = "";
  let end = 0;
  for (const { 0: comment, index } of comments) {
    prose += blanked(text.slice(end, index)) + blank(comment, /@example[\s\S]*/);
    end = index + comment.length;
  }
  return [/`[^`]*`/g, /\{@\w+ [^}]*\}/g, /@(param|see) \S+/g, /@\w+/g, /https?:\/\/\S+/g].reduce(
    blank,
    prose,
  );
}

/** What of a file is in strings that are sentences: of several words, none of them Chinese. */
export function proseOfStrings(text: string): string {
  const sentences = [...text.matchAll(/"[^"\n]* [^"\n]*"/g)].filter(
    ([string]) => !/\p{Script=Han}/u.test(string),
  );
  let prose = "";
  let end = 0;
  for (const { 0: sentence, index } of sentences) {
    prose += blanked(text.slice(end, index)) + blank(sentence, /`[^`]*`/g);
    end = index + sentence.length;
  }
  return prose;
}

/** The words of a prose. What has capitals or digits inside is a name of something in code. */
export function wordsOf(prose: string): Word[] {
  return prose.split("\n").flatMap((line, index) =>
    [...line.matchAll(/[\p{L}\p{N}_$./@-]*[\p{L}][\p{L}\p{N}_'’$./@-]*/gu)].flatMap(([token]) =>
      token
        .replace(/[.'’/-]+$/, "")
        .split(/[-/]/)
        .filter((word) => /^[A-Z]?[a-z]+(['’][a-z]+)?$/.test(word) && word.length > 1)
        .map((word) => ({ word: word.replace("’", "'"), line: index + 1 })),
    ),
  );
}

/** The text with blanks for what matches, so that lines keep their numbers. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, blanked);
}

function blanked(text: string): string {
  return text.replace(/[^\n]/g, " ");
}
