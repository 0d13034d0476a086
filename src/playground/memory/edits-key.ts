/** Under keys that begin with this a browser keeps what its reader has made of the examples. */
export const editsPrefix = "edits:";

/** Each language of a page has its own: the comments in the code are in that language. */
export function editsKey(example: string, language: string): string {
  return `${editsPrefix}${language}/${example}`;
}
