/** Source text as lines, each block indented under the line that opens it. */
export function indent(lines: readonly string[], width: number): string[] {
  return lines.map((line) => (line === "" ? "" : " ".repeat(width) + line));
}

/** Does some identifier occur in a source text? */
export function mentions(source: string, identifier: string): boolean {
  return new RegExp(`\\b${identifier}\\b`).test(source);
}

/** A variable of a program, and the expression that makes its value. */
export type Maker = [name: string, made: string];

/** Those that a program's body uses, and those that they use in turn. */
export function neededMakers(makers: readonly Maker[], body: string): Maker[] {
  const used = makers.filter(([name]) => mentions(body, name));
  const uses = used.map(([, made]) => made).join("\n");
  return makers.filter((maker) => used.includes(maker) || mentions(uses, maker[0]));
}

/** What makes `lock0`, `lock1`... from a list of their parameters. */
export function numbered<T>(name: string, parameters: readonly T[], make: (parameter: T) => string): Maker[] {
  return parameters.map((parameter, number) => [`${name}${number}`, make(parameter)]);
}
