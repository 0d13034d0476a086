import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync, type Zippable, zipSync } from "fflate";
import { oncePerProcess } from "../../build/once-per-process.ts";
import everyday from "./everyday-modules.json" with { type: "json" };

export interface PythonFile {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** Where a page finds what a program in Python needs. */
export type PythonFiles = Readonly<Record<"wasm" | "glue" | "library" | "moreLibrary", PythonFile>>;

const folder = join(process.cwd(), "node_modules/pyodide");

/** CPython's files as the site serves them, below `python/`. */
export function pythonFiles(): PythonFiles {
  return oncePerProcess("python-files", () => {
    const [everydayFiles, others] = splitLibrary();
    return {
      wasm: { name: "cpython.wasm", content: read("pyodide.asm.wasm") },
      glue: { name: "cpython.mjs", content: read("pyodide.asm.mjs") },
      library: { name: "library.zip", content: zip(everydayFiles) },
      moreLibrary: { name: "more-library.zip", content: zip(others) },
    };
  });
}

/** The modules of the standard library that are fetched for programs that import them. */
export function moreModules(): string[] {
  const [, others] = splitLibrary();
  return Object.keys(others).map((path) => path.replace(/(\/__init__)?\.py$/, "").replaceAll("/", "."));
}

type Files = Record<string, Uint8Array>;

function splitLibrary(): [everyday: Files, others: Files] {
  return oncePerProcess("python-library", () => {
    const parts: [Files, Files] = [{}, {}];
    for (const [path, content] of Object.entries(unzipSync(read("python_stdlib.zip")))) {
      if (!path.endsWith("/")) {
        parts[isEveryday(path) ? 0 : 1][path] = content;
      }
    }
    return parts;
  });
}

/** An entry that ends with a slash stands for all that is in the folder. */
function isEveryday(path: string): boolean {
  return everyday.some((entry) => (entry.endsWith("/") ? path.startsWith(entry) : path === entry));
}

/** Stored, not compressed: the host compresses all of it together, and better. */
function zip(files: Files): Uint8Array<ArrayBuffer> {
  const entries: Zippable = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  return new Uint8Array(zipSync(entries, { level: 0, mtime: "1980-01-01" }));
}

function read(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(folder, name)));
}
