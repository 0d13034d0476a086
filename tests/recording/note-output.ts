import { format } from "node:util";

/** Tells of each line that the program prints, counted from 0, before it is printed. */
export function noteOutput(note: (line: number, text: string) => void): void {
  let line = 0;
  for (const method of ["log", "info", "debug", "warn", "error"] as const) {
    const print = console[method].bind(console);
    console[method] = (...values: unknown[]) => {
      note(line++, format(...values));
      print(...values);
    };
  }
}
