import type { Argument, Bytes, Failure, Item, Text } from "./program.ts";

/** How one of the two languages spells what every operation needs. */
export interface Language {
  name: "python" | "typescript";
  /** An argument: a literal, an identifier, or a nested operation. */
  value(argument: Argument): string;
  /** A list of arguments, separated by commas. */
  values(list: readonly Argument[]): string;
  /** `put_nowait` as it is called here. */
  member(pythonName: string): string;
  /** `asyncio.sleep`, or just `sleep`. */
  library(pythonName: string): string;
  /** A call's options: `, timeout=1` or `, { timeout: 1 }`; those that are undefined are left out. */
  options(options: Record<string, Argument | undefined>): string;
}

export function isItem(argument: Argument): argument is Item {
  return argument !== null && typeof argument === "object" && !Array.isArray(argument) && "op" in argument;
}

export function isText(argument: Argument): argument is Text {
  return argument !== null && typeof argument === "object" && "text" in argument && !("error" in argument);
}

export function isBytes(argument: Argument): argument is Bytes {
  return argument !== null && typeof argument === "object" && "bytes" in argument;
}

export function isFailure(argument: Argument): argument is Failure {
  return argument !== null && typeof argument === "object" && "error" in argument;
}

export function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
