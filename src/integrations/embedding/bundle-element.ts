import { build } from "esbuild";

/** The element as a script that declares nothing in the page that loads it. */
export async function bundleElement(): Promise<string> {
  const result = await build({
    entryPoints: ["src/embed/asyncio-example.ts"],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    write: false,
  });
  return result.outputFiles[0]?.text ?? "";
}
