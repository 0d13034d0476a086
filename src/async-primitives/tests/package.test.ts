import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";

const folder = new URL("..", import.meta.url).pathname;

/** A program as it would be served: one minified file. The neutral platform has no Node modules to import. */
async function bundle(contents: string, format: "esm" | "iife" = "esm"): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    format,
    globalName: "program",
    platform: "neutral",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

const sizeOf = async (contents: string): Promise<number> =>
  gzipSync(await bundle(contents), { level: 9 }).length;

describe("gzipped", () => {
  test("a program that runs, sleeps and gathers takes less than 7,424 bytes", async () => {
    expect(await sizeOf('export { createTask, gather, run, sleep } from "./core.ts"')).toBeLessThanOrEqual(
      7424,
    );
  });

  test("everything but streams, subprocesses and executors takes less than 12,032 bytes", async () => {
    expect(await sizeOf('export * from "./core.ts"')).toBeLessThanOrEqual(12_032);
  });
});

test("works in an engine without Symbol.dispose, and without anything of Node", async () => {
  const code = await bundle(
    `import { gather, Lock, run, sleep } from "./core.ts";
     const lock = new Lock();
     function* twice(n: number) {
       return yield* lock.with(function* () {
         yield* sleep(0.001);
         return n * 2;
       });
     }
     function* main() {
       return yield* gather(twice(1), twice(2));
     }
     export const result = run(main());`,
    "iife",
  );
  const browser = createContext({
    MessageChannel: fakeChannel(),
    performance,
    setTimeout,
    clearTimeout,
    console,
  });
  runInContext("delete Symbol.dispose; delete Symbol.asyncDispose", browser);
  runInContext(code.replace("var program", "globalThis.program"), browser);
  expect(await runInContext("program.result", browser)).toEqual([2, 4]);
});

/** Node keeps running while a real channel is open. */
function fakeChannel() {
  return class {
    readonly port1 = { onmessage: (): void => {} };
    readonly port2 = { postMessage: () => setTimeout(() => this.port1.onmessage(), 0) };
  };
}
