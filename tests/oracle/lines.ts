/** Source text as lines, each block indented under the line that opens it. */
export function indent(lines: readonly string[], width: number): string[] {
  return lines.map((line) => (line === "" ? "" : " ".repeat(width) + line));
}

/** Does some identifier occur in a source text? */
export function mentions(source: string, identifier: string): boolean {
  return new RegExp(`\\b${identifier}\\b`).test(source);
}

/** What makes `lock0`, `lock1`... from a list of their parameters. */
export function numbered<T>(
  name: string,
  parameters: readonly T[],
  make: (parameter: T) => string,
): [name: string, made: string][] {
  return parameters.map((parameter, number) => [`${name}${number}`, make(parameter)]);
}
