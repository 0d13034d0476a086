import { tagOf } from "./look-up.ts";

/** Names a value in the message of an error, with what to do when it is one of the usual mistakes. */
export function describe(value: unknown): string {
  try {
    return name(value);
  } catch {
    return "an unreadable object";
  }
}

function name(value: unknown): string {
  const tag = tagOf(value) as string | undefined;
  if (typeof value === "string") {
    return `the string ${JSON.stringify(value)}`;
  }
  if (typeof value === "function") {
    // As in "AsyncGeneratorFunction".
    const kind = `${tag ?? "function"}`.replace(/\B[A-Z]/g, " $&").toLowerCase();
    const hint = tag === "GeneratorFunction" ? `: call it, as in ${value.name || "f"}()` : "";
    return `the ${kind} '${value.name || "(anonymous)"}'${hint}`;
  }
  if (typeof value !== "object" || value === null) {
    return String(value) + (typeof value === "bigint" ? "n" : "");
  }
  if (Array.isArray(value)) {
    return "an array";
  }
  if (tag === "Generator") {
    return "a coroutine";
  }
  if (Symbol.iterator in value || !("then" in value)) {
    return `an object of ${value.constructor?.name || tag || "no class"}`;
  }
  return "a promise: bring it in with fromPromise(promise)";
}
