import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";
import * as vite from "vite";

const library = join(import.meta.dirname, "../../src/async-primitives");

/** From where a bundler takes the library: the file that stands for `asyncio-ts`, and the folder of its modules. */
export const origins = {
  source: {
    entry: join(library, "index.ts"),
    modules: library,
    extension: ".ts",
    conditions: ["asyncio-ts-source"],
  },
  dist: {
    entry: join(library, "dist/index.js"),
    modules: join(library, "dist"),
    extension: ".js",
    conditions: [],
  },
} as const;

type Origin = (typeof origins)[keyof typeof origins];

/** Writes a program for Node, with all that it imports, into one minified file. */
type Bundle = (program: string, file: string, origin: Origin) => Promise<void>;

export const bundlers: Readonly<Record<"esbuild" | "rolldown", Bundle>> = {
  async esbuild(program, file, origin) {
    await esbuild.build({
      stdin: { contents: program, resolveDir: library, loader: "ts" },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "node",
      alias: { "asyncio-ts": origin.entry },
      conditions: [...origin.conditions],
      outfile: file,
    });
  },

  /** Rolldown, as Vite uses it. */
  async rolldown(program, file, origin) {
    const result = await vite.build({
      configFile: false,
      logLevel: "error",
      resolve: { alias: { "asyncio-ts": origin.entry } },
      ssr: {
        noExternal: true,
        resolve: { conditions: [...origin.conditions, ...vite.defaultServerConditions] },
      },
      build: {
        ssr: true,
        write: false,
        minify: true,
        rolldownOptions: { input: "program.ts", output: { format: "es", codeSplitting: false } },
      },
      plugins: [
        {
          name: "program",
          resolveId: (id) => (id === "program.ts" ? join(library, id) : undefined),
          load: (id) => (id === join(library, "program.ts") ? program : undefined),
        },
      ],
    });
    const [output] = [result].flat() as vite.Rolldown.RolldownOutput[];
    const [chunk] = output?.output ?? [];
    writeFileSync(file, chunk?.code ?? "");
  },
};
