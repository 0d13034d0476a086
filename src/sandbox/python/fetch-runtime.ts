/// <reference lib="dom" />
import { files } from "virtual:sandbox/python-files";
import type { PythonRuntime } from "./runtime.ts";

/** How much has come of what is fetched, in bytes as they are unpacked. */
export interface Fetched {
  readonly loaded: number;
  readonly total: number;
}

/** Fetches CPython from the site's own host, and tells how far it is. */
export async function fetchRuntime(tell: (fetched: Fetched) => void): Promise<PythonRuntime> {
  const wanted = [files.wasm, files.glue, files.library];
  const total = wanted.reduce((sum, { size }) => sum + size, 0);
  let loaded = 0;
  const add = (bytes: number) => {
    loaded += bytes;
    tell({ loaded: Math.min(loaded, total), total });
  };
  const [wasm, glue, library] = await Promise.all(wanted.map((file) => fetchFile(file, add)));
  return { wasm: wasm as Bytes, glue: glue as Bytes, library: library as Bytes };
}

/** Fetches the rest of the standard library. */
export function fetchMoreLibrary(): Promise<Bytes> {
  return fetchFile(files.moreLibrary, () => {});
}

type Bytes = Uint8Array<ArrayBuffer>;

async function fetchFile(
  { name, size }: { readonly name: string; readonly size: number },
  add: (bytes: number) => void,
): Promise<Bytes> {
  const response = await fetch(new URL(`python/${name}`, siteAddress()));
  if (!response.ok || response.body === null) {
    throw new Error(`${name} could not be fetched: the server answered with ${response.status}.`);
  }
  const bytes = new Uint8Array(size);
  let filled = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    bytes.set(value, filled);
    filled += value.length;
    add(value.length);
  }
  if (filled !== size) {
    throw new Error(`${name} has ${filled} bytes, where ${size} were expected. Reload the page.`);
  }
  return bytes;
}

/** This page is served twice: for embedded panes it lies one folder deeper. */
function siteAddress(): string {
  const { origin, pathname } = location;
  return origin + pathname.replace(/(embed\/)?sandbox\/python\/(index\.html)?$/, "");
}
