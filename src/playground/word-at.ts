/** What is marked at a place of a line: the name that begins there, or one sign. */
export function wordAt(line: string, index: number): string {
  return /^[\w$]+|^\S/.exec(line.slice(index))?.[0] ?? "";
}
