import type { InspectOptions } from "../options.ts";
import { record } from "./record.ts";
import { show } from "./show.ts";

/**
 * Runs a program as the options say, and answers with its exit code.
 *
 * @param before What Node is given before the program: its own options.
 * @param program The program, and its words.
 */
export function supervise(
  before: readonly string[],
  program: readonly string[],
  options: InspectOptions,
): Promise<number> {
  const words = [...before, ...program];
  return options.record === undefined ? show(words, program, options) : record(words, options.record);
}
