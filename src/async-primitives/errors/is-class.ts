/**
 * Whether a function is a class, of the program or of the language: its prototype is there for good. Most classes cannot be
 * called, and a proxy that was revoked cannot either.
 */
export function isClass(value: unknown): boolean {
  try {
    const hasPrototype = (value as { prototype?: unknown }).prototype !== undefined;
    return hasPrototype && Object.getOwnPropertyDescriptor(value, "prototype")?.writable === false;
  } catch {
    return true;
  }
}
