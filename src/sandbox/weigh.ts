/** What a text costs to send, keep and lay out besides its length, in UTF-16 units: a line or the cell of a table has one. */
export const textWeight = 60;

/**
 * What something that is printed costs to send, keep and lay out, in UTF-16 units of text: that of all texts in it, but for
 * the words that say of what kind it is. All bounds on output are bounds on this, since a long line costs as much as many short ones.
 */
export function weigh(printed: unknown): number {
  if (typeof printed === "string") {
    return printed.length + textWeight;
  }
  return typeof printed === "object" && printed !== null
    ? Object.entries(printed).reduce((sum, [name, part]) => (name === "kind" ? sum : sum + weigh(part)), 0)
    : 0;
}
