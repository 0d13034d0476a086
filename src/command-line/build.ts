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
const watch = join(library, "dist/watch");
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

/** Text that a script carries: a page that lets no other styles in takes a sheet from it. */
const watchStyles: Plugin = {
  name: "watch-styles",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^virtual:watch\/styles$/ }, ({ path }) => ({ path, namespace: "watch-styles" }));
    onLoad({ filter: /.*/, namespace: "watch-styles" }, async () => {
      const { outputFiles } = await build({
        entryPoints: [join(house, "src/watch/watch.css")],
        bundle: true,
        minify: true,
        write: false,
        target: "es2022",
      });
      const text = outputFiles[0]?.text ?? "";
      return { contents: forAnyPage(text), loader: "text" };
    });
  },
};

/** What is the root of the site is the overlay's own element in another page, which says how large a rem is there. */
function forAnyPage(styles: string): string {
  return styles
    .replaceAll(":root", ".watch")
    .replaceAll(/(?<![\w-])(\d*\.?\d+)rem\b/g, (_, count: string) => `${Number(count) * 16}px`);
}

for (const folder of [inspect, watch, commandLine]) {
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
await build({
  entryPoints: {
    index: join(house, "src/watch/watch.ts"),
    always: join(house, "src/watch/always.ts"),
    off: join(house, "src/watch/off.ts"),
  },
  outdir: watch,
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  // Says nothing of NODE_ENV: that is asked where the page is built, or runs.
  platform: "neutral",
  target: "es2022",
  plugins: [besideTheLibrary, withoutPane, watchStyles],
});
for (const declarations of ["index.d.ts", "always.d.ts"]) {
  cpSync(join(house, "src/watch/published.d.ts"), join(watch, declarations));
}
cpSync(join(house, "src/inspect/page/page.html"), join(inspect, "page.html"));
writeFileSync(join(inspect, "index.d.ts"), "export {};\n");
writeFileSync(join(commandLine, carriedFile), JSON.stringify(collectExamples()));
