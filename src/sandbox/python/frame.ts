/// <reference lib="dom" />
import { serveFrame } from "../serve-frame.ts";
import type { PythonRuntime } from "./runtime.ts";
import type { Prepare, Prepared } from "./worker.ts";

/** The frame of programs in Python: it compiles the interpreter once, and each worker starts one of its own. */
serveFrame(async ({ worker: script, python }) => {
  const { wasm, ...others } = python as PythonRuntime;
  const module = await WebAssembly.compile(wasm);
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  let snapshot: Uint8Array<ArrayBuffer> | undefined;
  return () => {
    const worker = new Worker(address);
    const prepared = whenPrepared(worker).then((answer) => {
      snapshot ??= answer.snapshot;
    });
    // Whoever runs a program hears of it.
    prepared.catch(() => {});
    worker.postMessage({ type: "prepare", module, snapshot, ...others } satisfies Prepare);
    return { worker, prepared };
  };
});

/** No program has run in the worker by then, so its word is the interpreter's. */
function whenPrepared(worker: Worker): Promise<Prepared> {
  return new Promise((resolve, reject) => {
    worker.addEventListener(
      "message",
      ({ data }) => (data.type === "prepared" ? resolve(data) : reject(new Error(String(data.message)))),
      { once: true },
    );
    worker.addEventListener("error", (event) => reject(new Error(event.message)), { once: true });
  });
}
