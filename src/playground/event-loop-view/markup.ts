const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * A program's text as the text of markup, HTML or SVG. What XML cannot hold becomes a replacement character, and so does what
 * would turn round the text beside it.
 */
export function escapeText(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|\p{Cs}|\p{Bidi_C}|[\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"']/g, (character) => entities[character] as string);
}

/** About how many pixels a text takes in the small font of the drawing; a wide character counts twice. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    width += character > "\u1100" ? 11 : 6.7;
  }
  return width;
}
