/** How wide a Chinese character is beside one of the code's font. */
const chineseWidth = 1.66;

/**
 * How many lines code takes where a line has room for so many characters. Lines break as `white-space: pre-wrap` breaks
 * them: after spaces, which take no room at the end of a line, and within a word that is longer than a line.
 */
export function wrappedLines(code: string, columns: number): number {
  return code
    .trimEnd()
    .split("\n")
    .reduce((sum, line) => sum + rowsOf(line, columns), 0);
}

function rowsOf(line: string, columns: number): number {
  let rows = 1;
  let at = 0;
  for (const [, spaces = "", word = ""] of line.matchAll(/(\s*)(\S+)/g)) {
    const width = widthOf(word);
    const end = at + spaces.length + width;
    if (end <= columns) {
      at = end;
      continue;
    }
    rows += Math.ceil(width / columns);
    at = width % columns || columns;
  }
  return rows;
}

function widthOf(word: string): number {
  return Array.from(word).reduce(
    (sum, character) => sum + (/\p{Script=Han}|[，。、；：？！“”（）]/u.test(character) ? chineseWidth : 1),
    0,
  );
}
