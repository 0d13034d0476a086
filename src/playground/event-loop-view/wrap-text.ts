import { widthOf } from "./markup.ts";

/** A text in lines that are no wider than so many pixels, broken where it has spaces, as far as it has any there. */
export function wrapText(text: string, width: number): string[] {
  // Most texts fit, and there may be a hundred thousand.
  if (widthOf(text) <= width && !text.includes("\n")) {
    return [text];
  }
  return text.split("\n").flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let begun = "";
  for (const word of line.split(/(?<=\S\s+)(?=\S)/)) {
    if (begun !== "" && widthOf((begun + word).trimEnd()) > width) {
      lines.push(begun.trimEnd());
      begun = "";
    }
    begun += word;
  }
  return [...lines, begun.trimEnd()];
}
