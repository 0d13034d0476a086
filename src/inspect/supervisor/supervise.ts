import type { InspectOptions } from "../options.ts";
import { record } from "./record.ts";

/**
 * Runs a program as the options say, and answers with its exit code.
 *
 * @param words What Node is given: its own options, the program, the program's words.
 */
export function supervise(words: readonly string[], { record: file }: InspectOptions): Promise<number> {
  return record(words, file ?? "");
}
