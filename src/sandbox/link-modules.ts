import type { LinkedModule } from "./linked-modules.ts";
import type { CompiledModule } from "./protocol.ts";

/** The event that tells the worker that all modules are loaded and the first line of the program is about to run. */
export const beginning = "program-begins";

export interface LinkedProgram {
  /** The entry's address, to be imported. */
  readonly entry: string;
  /** The library's address. */
  readonly library: string;
  /** From an address back to the file. */
  readonly modules: Map<string, LinkedModule>;
}

/**
 * Gives every module an address of its own (a blob URL) and writes these addresses where modules import each
 * other. The modules come in the order of their dependencies, so that each address is known when it is needed.
 */
export function linkModules(
  compiled: readonly CompiledModule[],
  entry: string,
  library: string,
): LinkedProgram {
  const libraryAddress = addressOf(library);
  const addresses = new Map([["asyncio-ts", libraryAddress]]);
  const modules = new Map<string, LinkedModule>([
    [libraryAddress, { path: "asyncio-ts", columnBefore: (_, column) => column }],
  ]);
  for (const module of compiled) {
    const { code, columnBefore } = link(module, addresses);
    const address = addressOf(code);
    addresses.set(module.path, address);
    modules.set(address, { path: module.path.slice(1), columnBefore });
  }
  // A module of its own exports nothing: one that exports `then` would be taken for a promise where it is imported.
  const first = addressOf(`dispatchEvent(new Event(${JSON.stringify(beginning)}));`);
  const start = addressOf(`import ${JSON.stringify(first)};import ${JSON.stringify(addresses.get(entry))};`);
  return { entry: start, library: libraryAddress, modules };
}

function addressOf(code: string): string {
  return URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
}

interface Shift {
  readonly line: number;
  /** From this column of the linked line on (counted from 1), the text has moved. */
  readonly from: number;
  readonly by: number;
}

function link({ code, imports }: CompiledModule, addresses: ReadonlyMap<string, string>) {
  const shifts: Shift[] = [];
  let linked = "";
  let end = 0;
  for (const { start, end: next, target, dynamic } of imports) {
    linked += code.slice(end, start);
    const address = addresses.get(target) ?? target;
    const written = dynamic ? JSON.stringify(address) : address;
    const lines = linked.split("\n");
    const from = (lines.at(-1)?.length ?? 0) + 1 + written.length;
    shifts.push({ line: lines.length, from, by: written.length - (next - start) });
    linked += written;
    end = next;
  }
  const columnBefore = (line: number, column: number) =>
    shifts.reduce(
      (left, { line: at, from, by }) => (at === line && column >= from ? left - by : left),
      column,
    );
  return { code: linked + code.slice(end), columnBefore };
}
