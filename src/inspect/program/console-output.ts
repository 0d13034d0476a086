import { format } from "node:util";

/**
 * Tells what the program prints, before it is printed.
 *
 * @param onOutput Called with how many times it has printed before, and a function that gives the text.
 */
export function listenToConsole(onOutput: (line: number, text: () => string) => void): void {
  let lines = 0;
  for (const method of ["log", "info", "debug", "warn", "error"] as const) {
    const print = console[method];
    console[method] = (...values: unknown[]) => {
      onOutput(lines++, () => format(...values));
      print.apply(console, values);
    };
  }
}
