/** What a page fetches once the reader wants to run Python, and hands in: an opaque origin cannot fetch it. */
export interface PythonRuntime {
  /** CPython, and what Emscripten and Pyodide add to it. */
  readonly wasm: Uint8Array<ArrayBuffer>;
  /** The script that belongs to it. */
  readonly glue: Uint8Array<ArrayBuffer>;
  /** As much of the standard library as most programs import. */
  readonly library: Uint8Array<ArrayBuffer>;
}
