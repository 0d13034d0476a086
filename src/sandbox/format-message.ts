import { cut } from "../trace/cut.ts";
import { safeString } from "./describe-error.ts";
import { describeValues, preview } from "./describe-value.ts";
import type { LinkedModules } from "./linked-modules.ts";
import { type ConsolePart, limits } from "./protocol.ts";

/** How long a value may get where a format asks for its text. */
const formattedLength = 2_000;

/** The parts of one console call: strings as they are, format specifiers filled in, the rest described. */
export function formatMessage(values: readonly unknown[], modules: LinkedModules): ConsolePart[] {
  const [first, ...rest] = values.slice(0, limits.members);
  if (typeof first !== "string" || rest.length === 0) {
    return describeValues(values.slice(0, limits.members), modules);
  }
  const remaining = [...rest];
  const text = first.replace(/%[sdifjoOc%]/g, (specifier) => {
    if (specifier === "%%") {
      return "%";
    }
    return remaining.length === 0 ? specifier : fill(specifier, remaining.shift());
  });
  return [{ kind: "text", text: cut(text, limits.text) }, ...describeValues(remaining, modules)];
}

function fill(specifier: string, value: unknown): string {
  switch (specifier) {
    case "%s":
      return typeof value === "object" ? preview(value, formattedLength) : safeString(() => value);
    case "%d":
      return safeString(() => Number(value));
    case "%i":
      return safeString(() => Number.parseInt(String(value), 10));
    case "%f":
      return safeString(() => Number.parseFloat(String(value)));
    case "%c":
      return "";
    default:
      return typeof value === "string" ? value : preview(value, formattedLength);
  }
}
