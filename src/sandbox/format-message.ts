import { inspect } from "loupe";

/** The text of one console call: strings as they are, format specifiers filled in, the rest inspected. */
export function formatMessage(values: readonly unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== "string" || rest.length === 0) {
    return values.map(show).join(" ");
  }
  const remaining = [...rest];
  const filled = first.replace(/%[sdifjoOc%]/g, (specifier) => {
    if (specifier === "%%") {
      return "%";
    }
    return remaining.length === 0 ? specifier : fill(specifier, remaining.shift());
  });
  return [filled, ...remaining.map(show)].join(" ");
}

function fill(specifier: string, value: unknown): string {
  switch (specifier) {
    case "%s":
      return typeof value === "object" ? show(value) : String(value);
    case "%d":
      return String(Number(value));
    case "%i":
      return String(Number.parseInt(String(value), 10));
    case "%f":
      return String(Number.parseFloat(String(value)));
    case "%c":
      return "";
    default:
      return show(value);
  }
}

function show(value: unknown): string {
  if (typeof value === "string") {
    return value;
  }
  return value instanceof Error ? `${value.name}: ${value.message}` : inspect(value, { truncate: 10_000 });
}
