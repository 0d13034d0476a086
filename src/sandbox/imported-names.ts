import { type CompiledModule, libraryName, type ModuleImport } from "./protocol.ts";

/**
 * Which names of the library a program imports, of whatever module. Undefined if it may want any of them: it takes
 * the library as a whole, or hands all of it on.
 */
export function importedNames(modules: readonly CompiledModule[]): readonly string[] | undefined {
  const lists = modules.flatMap(({ code, imports }) =>
    imports.filter(({ target }) => target === libraryName).map((found) => namesIn(code, found)),
  );
  return lists.includes(undefined) ? undefined : lists.flatMap((names) => names ?? []);
}

/** Of `import { sleep, run as start } from "asyncio-ts"` the names on the library's side. */
function namesIn(code: string, { start, dynamic }: ModuleImport): readonly string[] | undefined {
  const [, clause] = /(?:import|export)\s*\{([^{}]*)\}\s*from\s*["']$/.exec(code.slice(0, start)) ?? [];
  return dynamic
    ? undefined
    : clause
        ?.split(",")
        .map((name) => name.trim().split(/\s+/)[0] ?? "")
        .filter((name) => name !== "");
}
