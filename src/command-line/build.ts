/** Bundles what watches programs, and the command, into the package: `npm run build:library` does so after the library itself. */
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build, type Plugin } from "esbuild";
import { bundledLicences } from "./bundled-licences.ts";
import { carriedFile } from "./carried-examples.ts";
import { collectExamples } from "./collect-examples.ts";

const house = join(import.meta.dirname, "../..");
const library = join(house, "src/async-primitives");
const inspect = join(library, "dist/inspect");
const commandLine = join(library, "dist/command-line");

/** The library is there already, and the program's own: what is bundled imports it by its place in the package. */
const besideTheLibrary: Plugin = {
  name: "beside-the-library",
  setup({ onResolve }) {
    onResolve({ filter: /async-primitives\// }, ({ path, resolveDir }) => {
      const module = relative(library, join(resolveDir, path)).replaceAll("\\", "/");
      return { path: `../${module.replace(/\.ts$/, ".js")}`, external: true };
    });
  },
};

/** The page has no editor and no examples, and leaves out what is for those alone. */
const withoutPane: Plugin = {
  name: "without-pane",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]editor-lines\.ts$/ }, () => ({
      contents: "export function markEditorLines() {}",
    }));
    onLoad({ filter: /[/\\]both-toggle\.ts$/ }, () => ({
      contents: "export class BothToggle { close() {} }",
    }));
  },
};

for (const folder of [inspect, commandLine]) {
  rmSync(folder, { recursive: true, force: true });
}
const { metafile } = await build({
  entryPoints: {
    "inspect/index": join(house, "src/inspect/preload.ts"),
    "command-line/command": join(house, "src/command-line/command.ts"),
  },
  outdir: join(library, "dist"),
  bundle: true,
  splitting: true,
  // What both share serves the page, whose files stand beside it.
  chunkNames: "inspect/[name]-[hash]",
  format: "esm",
  platform: "node",
  target: "node20",
  plugins: [besideTheLibrary],
  metafile: true,
});
writeFileSync(join(inspect, "licences.txt"), bundledLicences(Object.keys(metafile.inputs)));
await build({
  entryPoints: [join(house, "src/inspect/page/page.ts"), join(house, "src/inspect/page/page.css")],
  outdir: inspect,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  plugins: [withoutPane],
});
cpSync(join(house, "src/inspect/page/page.html"), join(inspect, "page.html"));
writeFileSync(join(inspect, "index.d.ts"), "export {};\n");
writeFileSync(join(commandLine, carriedFile), JSON.stringify(collectExamples()));
