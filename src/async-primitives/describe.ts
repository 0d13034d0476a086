const GENERATOR_FUNCTION = Object.getPrototypeOf(function* () {});

/** Names a value in the message of an error, with what to do when it is one of the usual mistakes. */
export function describe(value: unknown): string {
  if (typeof value === "string") return `the string ${JSON.stringify(value)}`;
  if (typeof value === "function") {
    const name = value.name || "(anonymous)";
    if (value instanceof GENERATOR_FUNCTION.constructor) {
      return `the generator function '${name}': call it, as in ${value.name || "f"}()`;
    }
    return `the function '${name}'`;
  }
  if (typeof value !== "object" || value === null) return String(value);
  if (isPromiseLike(value)) return "a promise: bring it in with fromPromise(promise)";
  if (Array.isArray(value)) return "an array";
  if (Object.prototype.toString.call(value) === "[object Generator]") return "a coroutine";
  return `an object of ${value.constructor?.name ?? "no class"}`;
}

function isPromiseLike(value: object): boolean {
  return typeof (value as Partial<PromiseLike<unknown>>).then === "function";
}
