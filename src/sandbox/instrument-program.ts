import { instrument, type ReadLocals, unusedName } from "../promise-trace/instrument.ts";
import type { Compilation } from "./compile.ts";
import type { CompiledModule, WatchedProgram } from "./protocol.ts";

/** A compiled program that tells what its promises do. */
export interface InstrumentedProgram extends Compilation {
  readonly watched: WatchedProgram;
}

/**
 * Instruments all modules of a program. One that does not parse stays as it is, for the engine to say why.
 *
 * @param localsReader Where the values of variables are wanted: writes, into one module, what reads them.
 */
export function instrumentProgram(
  { modules, sourceMaps }: Compilation,
  localsReader?: (watcher: string) => ReadLocals,
): InstrumentedProgram {
  const watcher = unusedName(modules.map(({ code }) => code));
  const texts: WatchedProgram["texts"][number][] = [];
  const maps = new Map(sourceMaps);
  const instrumented = modules.map((module): CompiledModule => {
    const inserted = instrument(module.code, module.path.slice(1), watcher, localsReader?.(watcher));
    if (inserted === undefined) {
      return module;
    }
    texts.push({ source: module.code, insertions: inserted.insertions });
    maps.set(module.path, inserted.remap(sourceMaps.get(module.path) ?? []));
    const imports = module.imports.map((found) => ({
      ...found,
      start: inserted.offsetAfter(found.start),
      end: inserted.offsetAfter(found.end),
    }));
    return { ...module, code: inserted.text, imports };
  });
  return { modules: instrumented, sourceMaps: maps, watched: { watcher, texts } };
}
