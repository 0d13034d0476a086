/// <reference lib="dom" />
import type { Compilation } from "./compile.ts";
import { type CompiledModule, libraryName, type WatchedProgram } from "./protocol.ts";

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
export async function chooseInspection(compilation: Compilation): Promise<ChosenInspection> {
  if (compilation.modules.some(({ imports }) => imports.some(({ target }) => target === libraryName))) {
    const { default: inspectionScript } = await import("virtual:sandbox/inspection");
    return { command: { inspectionScript }, compilation };
  }
  // With a parser, which is heavy: programs of the library do without.
  const [{ instrumentProgram }, { default: inspectionScript }] = await Promise.all([
    import("./instrument-program.ts"),
    import("virtual:sandbox/promise-inspection"),
  ]);
  const { watched, ...instrumented } = instrumentProgram(compilation);
  return {
    command: { inspectionScript, watched, modules: instrumented.modules },
    compilation: instrumented,
  };
}
