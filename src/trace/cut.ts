/** Shortens a text to so many UTF-16 units; an ellipsis stands for the rest. */
export function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
