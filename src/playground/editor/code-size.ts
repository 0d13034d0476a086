/**
 * How much code an editor holds without holding up the page, in UTF-16 units: of a file, and of a line, which is measured
 * and coloured as a whole. The longest example has a tenth of it.
 */
export const mostCode = { file: 100_000, line: 5_000 };

/** The length of the longest line. */
export function longestLine(code: string): number {
  return code.split("\n").reduce((longest, line) => Math.max(longest, line.length), 0);
}
