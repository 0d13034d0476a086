/** Lines begin here, of a text and of the strings that are quoted in it, whose line breaks are escaped. */
const beginnings = /(?=\n|\\n|['"])/;
const beginning = /^(?:\n|\\n|['"])?/;

/** A text with each of its lines told anew; one that is told as undefined is left out, and its line break with it. */
export function mapLines(text: string, tell: (line: string) => string | undefined): string {
  let told = "";
  let isFirst = true;
  for (const piece of text.split(beginnings)) {
    const [start = ""] = beginning.exec(piece) ?? [];
    const line = tell(piece.slice(start.length));
    const isBreak = start === "\n" || start === "\\n";
    isFirst ||= !isBreak;
    told += isBreak && (isFirst || line === undefined) ? "" : start;
    if (line !== undefined) {
      told += line;
      isFirst = false;
    }
  }
  return told;
}
