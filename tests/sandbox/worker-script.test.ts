import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";

const source = join(import.meta.dirname, "../../src/async-primitives/executors/worker-source.ts");

test.for([
  { minify: true, keepNames: true }, // as in a pane
  { minify: false, keepNames: true },
  { minify: true, keepNames: false },
])("the script of a worker needs nothing from the bundle it was in: %o", async (options) => {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    format: "esm",
    write: false,
    ...options,
  });
  const { workerSource } = await import(
    `data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`
  );
  const script: string = workerSource("{ listen() { listening = true; } }");
  const world = { listening: false };
  runInNewContext(script, world);
  expect(world.listening).toBe(true);
});
