import { describe } from "./describe.ts";

/** Throws a TypeError that says what was expected, unless the value has these methods. */
export function checkMethods(value: unknown, names: readonly string[], expected: string): void {
  const object = value as Record<string, unknown> | null | undefined;
  if (!names.every((name) => typeof object?.[name] === "function")) {
    throw new TypeError(`${expected}, with ${names.join("() and ")}(), got ${describe(value)}`);
  }
}
