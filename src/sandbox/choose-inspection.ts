/// <reference lib="dom" />
import type { Compilation } from "./compile.ts";
import { type CompiledModule, libraryName, type Recording, type WatchedProgram } from "./protocol.ts";

/** What records a program, and the program as it is to be run for that. */
export interface ChosenInspection {
  /** Goes into the command that runs the program. */
  readonly command: {
    readonly inspectionScript: string;
    readonly watched?: WatchedProgram;
    readonly modules?: readonly CompiledModule[];
  };
  readonly compilation: Compilation;
}

/** Chooses what records a program: its loops are, or else, if it has none of ours, its promises. */
export async function chooseInspection(
  compilation: Compilation,
  { values }: Recording,
): Promise<ChosenInspection> {
  if (compilation.modules.some(({ imports }) => imports.some(({ target }) => target === libraryName))) {
    const { default: inspectionScript } = await import("virtual:sandbox/inspection");
    return { command: { inspectionScript }, compilation };
  }
  // With a parser, which is heavy: programs of the library do without.
  const [{ instrumentProgram }, { default: inspectionScript }, localsReader] = await Promise.all([
    import("./instrument-program.ts"),
    values
      ? import("virtual:sandbox/promise-inspection-with-values")
      : import("virtual:sandbox/promise-inspection"),
    values ? import("../promise-trace/read-locals.ts").then((found) => found.localsReader) : undefined,
  ]);
  const { watched, ...instrumented } = instrumentProgram(compilation, localsReader);
  return {
    command: { inspectionScript, watched, modules: instrumented.modules },
    compilation: instrumented,
  };
}
