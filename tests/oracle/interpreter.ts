import type { Coroutine } from "asyncio-ts";
import * as library from "asyncio-ts";
import { printMain } from "./print-typescript.ts";
import type { Program, TraceEntry } from "./program.ts";
import * as runtime from "./program-runtime.ts";

const scope = { ...library, ...runtime };

/** The names that a printed program may import from the library. */
export const libraryNames = Object.keys(library);

/** Runs a program on the library: the very source that is printed when traces differ. */
export async function interpret(program: Program): Promise<TraceEntry[]> {
  const names = Object.keys(scope);
  const make = new Function(...names, `"use strict";\nreturn ${printMain(program)}`);
  return runtime.execute(make(...Object.values(scope)) as () => Coroutine<unknown>);
}
