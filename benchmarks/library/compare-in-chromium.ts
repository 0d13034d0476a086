import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { findBrowser } from "../../tests/browser/find-browser.ts";
import { report, round } from "../report.ts";
import { measureInterleaved, type Runner } from "./measure.ts";
import { workloads } from "./workloads.ts";

/** Effect and effection go through nested timers here, 4 ms each: a hundred thousand switches take minutes. */
const contestants = ["asyncio-ts", "trampoline", "promises"];
const folder = new URL("contestants/", import.meta.url).pathname;

const { outputFiles } = await build({
  stdin: {
    contents:
      contestants.map((name, i) => `import { contestant as c${i} } from "./${name}.ts";`).join("\n") +
      `\nglobalThis.contestants = { ${contestants.map((name, i) => `"${name}": c${i}`).join(", ")} };`,
    resolveDir: folder,
  },
  bundle: true,
  format: "esm",
  write: false,
});
const browser = await chromium.launch({ executablePath: findBrowser() });
const page = await browser.newPage();
await page.addScriptTag({ type: "module", content: outputFiles[0]?.text ?? "" });

const runnerOf = (name: string): Runner => ({
  run: (workload, count) =>
    page.evaluate(
      async ([name, workload, count]) => {
        const { contestants } = globalThis as never as Record<
          string,
          Record<string, Record<string, (n: number) => Promise<unknown>>>
        >;
        const work = contestants?.[name]?.[workload];
        if (work === undefined) {
          return null;
        }
        const start = performance.now();
        await work(count);
        const wall = performance.now() - start;
        return { wall, cpu: wall };
      },
      [name, workload, count] as const,
    ),
  stop: () => {},
});

const results = await measureInterleaved(new Map(contestants.map((name) => [name, runnerOf(name)])));
await browser.close();
report(
  "library-in-chromium",
  Object.entries(workloads).map(([workload, count]) => {
    const perOperation = contestants.map((name) => {
      const { wall = Number.NaN } = results.get(workload)?.get(name) ?? {};
      return [`${name}, ns`, round((wall / count) * 1e6, 0)];
    });
    return { workload, ...Object.fromEntries(perOperation) };
  }),
);
