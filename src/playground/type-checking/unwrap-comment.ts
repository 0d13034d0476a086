/** A comment is wrapped for its file; what shows it wraps for the screen. Paragraphs and lists stay. */
export function unwrapComment(text: string): string {
  return text.replace(/(?<!\n)\n(?!\n|[-*] )/g, " ");
}
