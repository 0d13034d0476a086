/** What is marked at an offset of a line: the name that begins there, or one sign. */
export function wordAt(line: string, offset: number): string {
  return /^[\w$]+|^\S/.exec(line.slice(offset))?.[0] ?? "";
}
