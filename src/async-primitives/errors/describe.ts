/** Names a value in the message of an error, with what to do when it is one of the usual mistakes. */
export function describe(value: unknown): string {
  const tag = (value as { [Symbol.toStringTag]?: unknown } | null | undefined)?.[Symbol.toStringTag];
  if (typeof value === "string") return `the string ${JSON.stringify(value)}`;
  if (typeof value === "function") {
    const { name } = value;
    if (tag !== "GeneratorFunction") return `the function '${name || "(anonymous)"}'`;
    return `the generator function '${name || "(anonymous)"}': call it, as in ${name || "f"}()`;
  }
  if (typeof value !== "object" || value === null) return String(value);
  if ("then" in value && Symbol.iterator in value) return `an awaitable of ${value.constructor?.name}`;
  if ("then" in value) return "a promise: bring it in with fromPromise(promise)";
  if (Array.isArray(value)) return "an array";
  if (tag === "Generator") return "a coroutine";
  return `an object of ${value.constructor?.name ?? "no class"}`;
}
