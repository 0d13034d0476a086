import module from "node:module";
import { type InspectOptions, UsageError } from "../options.ts";
import { record } from "./record.ts";
import { show } from "./show.ts";

/**
 * Runs a program as the options say, and answers with its exit code.
 *
 * @param before What Node is given before the program: its own options.
 * @param program The program, and its words.
 * @throws UsageError when this runtime cannot do it.
 */
export async function supervise(
  before: readonly string[],
  program: readonly string[],
  options: InspectOptions,
): Promise<number> {
  if (options.record === undefined && "bun" in process.versions && process.platform === "win32") {
    // The socket that commands go through in Bun would be open to other users there.
    throw new UsageError(
      "In Bun on Windows no page can drive a program: record it into a file, or run it in Node or Deno.",
    );
  }
  if (options.promises && !canRewriteModules()) {
    throw new UsageError(
      "--promises takes Node 22.15 or newer, which lets a program's modules be rewritten.",
    );
  }
  const words = [...before, ...program];
  return await (options.record === undefined
    ? show(words, program, options)
    : record(words, options.record, options));
}

/** Bun and Deno have other ways, or none. */
function canRewriteModules(): boolean {
  return !("bun" in process.versions) && !("Deno" in globalThis) && module.registerHooks !== undefined;
}
