/// <reference lib="dom" />
import everydayLibrary from "virtual:sandbox/everyday-library";
import type { Compilation } from "./compile.ts";
import { exportedNames } from "./exported-names.ts";
import { importedNames } from "./imported-names.ts";
import type { Recording, TypeScriptRun } from "./protocol.ts";

/** A compiled program with all that it needs to run. */
export interface LoadedProgram {
  readonly compilation: Compilation;
  /** What of it goes into the command that runs it. */
  readonly command: Pick<TypeScriptRun, "modules" | "library" | "inspectionScript" | "watched">;
}

const everydayNames = exportedNames(everydayLibrary);

/** What not every program needs is fetched when it is first wanted: the whole library, and what records a run. */
export async function loadProgram(
  compilation: Compilation,
  recording: Recording | undefined,
): Promise<LoadedProgram> {
  const { modules } = compilation;
  const isEveryday = importedNames(modules)?.every((name) => everydayNames.includes(name));
  const [library, inspected] = await Promise.all([
    isEveryday ? everydayLibrary : textOf(import("virtual:sandbox/library")),
    recording && inspectionFor(compilation, recording),
  ]);
  return {
    compilation: inspected?.compilation ?? compilation,
    command: { modules, library, ...inspected?.command },
  };
}

/** What chooses the recording is fetched with it. */
async function inspectionFor(compilation: Compilation, recording: Recording) {
  return (await import("./choose-inspection.ts")).chooseInspection(compilation, recording);
}

async function textOf(script: Promise<{ readonly default: string }>): Promise<string> {
  return (await script).default;
}
