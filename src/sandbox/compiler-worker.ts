/// <reference lib="webworker" />

import { CompileError, compile } from "./compile.ts";
import type { Compiled, CompileOrder } from "./compiler-host.ts";

/** Compiles where it holds up nobody, and can be ended. */
self.addEventListener("message", ({ data: { sources, entry } }: MessageEvent<CompileOrder>) => {
  postMessage(compileOrFail(sources, entry));
});

function compileOrFail(sources: CompileOrder["sources"], entry: string): Compiled {
  try {
    return { compilation: compile(sources, entry) };
  } catch (error) {
    if (!(error instanceof CompileError)) {
      throw error;
    }
    return { error: error.describe() };
  }
}
