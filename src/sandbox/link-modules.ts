import type { SourceNames } from "./describe-error.ts";
import type { CompiledModule } from "./protocol.ts";

/**
 * Gives every module an address of its own (a blob URL) and writes these addresses where modules import each
 * other. The modules come in the order of their dependencies, so that each address is known when it is needed.
 * Returns the entry's address and fills `names`, which leads from an address back to the reader's file.
 */
export function linkModules(
  modules: readonly CompiledModule[],
  entry: string,
  library: string,
  names: SourceNames,
): string {
  const addresses = new Map([["asyncio-ts", addressOf(library)]]);
  for (const module of modules) {
    const address = addressOf(withAddresses(module, addresses));
    addresses.set(module.path, address);
    names.set(address, module.path.slice(1));
  }
  const address = addresses.get(entry);
  if (address === undefined) {
    throw new Error(`The entry ${entry} is not among the compiled modules.`);
  }
  return address;
}

function addressOf(code: string): string {
  return URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
}

/** Replaces from the last import to the first, so that the places of the others stay true. */
function withAddresses({ code, imports }: CompiledModule, addresses: ReadonlyMap<string, string>): string {
  return imports.reduceRight((text, { start, end, target, dynamic }) => {
    const address = addresses.get(target) ?? target;
    return text.slice(0, start) + (dynamic ? JSON.stringify(address) : address) + text.slice(end);
  }, code);
}
