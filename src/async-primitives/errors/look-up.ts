/** What an object has by a name; undefined also where looking is what fails, as in a proxy that was revoked. */
export function lookUp(value: unknown, name: PropertyKey): unknown {
  try {
    return (value as { [name: PropertyKey]: unknown } | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}

/** What an object calls itself, as in "GeneratorFunction". */
export function tagOf(value: unknown): unknown {
  return lookUp(value, Symbol.toStringTag);
}

/** Whether a value is a Uint8Array, and not a proxy of one. */
export function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && tagOf(value) === "Uint8Array";
}

/** Whether a value is an array. A proxy that was revoked is none. */
export function isArray(value: unknown): value is readonly unknown[] {
  return lookUp(value, "length") !== undefined && Array.isArray(value);
}
