import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { findBrowser } from "../../tests/browser/find-browser.ts";
import { median, type Row, report, round } from "../report.ts";
import { longestTasks, traceCategories } from "./task-costs.ts";

/**
 * How long the frames of the view are while a run tells of itself, and while a reader looks at it: 10,000 tasks with 110,000
 * events, and 100,000 reactions of promises with 500,000.
 */
const { outputFiles } = await build({
  entryPoints: [new URL("in-page.ts", import.meta.url).pathname],
  bundle: true,
  format: "iife",
  globalName: "view",
  // What Vite gives the site: the address of styles that are loaded with a switch, and where the site lies.
  loader: { ".css": "empty" },
  define: { "import.meta.env.BASE_URL": '"/"' },
  write: false,
});
const styles = ["code", "pane", "event-loop-view"].map((name) =>
  readFileSync(new URL(`../../src/styles/${name}.css`, import.meta.url), "utf8"),
);

const browser = await chromium.launch({ executablePath: findBrowser() });
const rows: Row[] = [];
for (const trace of ["10,000 tasks", "100,000 reactions in 100 calls", "100,000 reactions in 50,000 calls"]) {
  const { frames: measured, tasks } = await measure(trace);
  for (const [what, frames] of Object.entries(measured)) {
    const [usual, longest] = [round(median(frames), 1), round(Math.max(...frames), 1)];
    const long = frames.filter((frame) => frame > 100).length;
    const counts = { frames: frames.length, "over 100 ms": long };
    const cost = round(tasks.get(what) ?? 0, 1);
    rows.push({
      trace,
      what,
      ...counts,
      "median, ms": usual,
      "longest, ms": longest,
      "CPU of a task, ms": cost,
    });
  }
}
await browser.close();
report("event-loop-view-frames", rows);

interface Measured {
  /** How long each frame was in a phase, in milliseconds. */
  readonly frames: Readonly<Record<string, readonly number[]>>;
  /** What the longest task of a phase cost. */
  readonly tasks: ReadonlyMap<string, number>;
}

async function measure(trace: string): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.setContent(
    `<style>${styles.join("\n")}</style><div class="pane" data-loop="open"><div class="pane-loop"></div></div>`,
  );
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });

  await browser.startTracing(page, { categories: traceCategories });
  const frames = await page.evaluate(async (trace) => {
    const { EventLoopView, traces } = (globalThis as never as { view: typeof import("./in-page.ts") }).view;
    const element = document.querySelector<HTMLElement>(".pane-loop") as HTMLElement;
    const host = {
      run() {},
      drive() {},
      isEdited: () => false,
      code: () => document.body,
      version: () => (trace.includes("reactions") ? "plain.ts" : "main.ts"),
    };
    const view = new EventLoopView(element, host, "en");
    const events = traces[trace]?.() ?? [];
    const picture = element.querySelector<HTMLElement>(".loop-picture") as HTMLElement;
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const frames: Record<string, number[]> = {};
    /** Does one thing a frame, and notes how long each frame took. */
    async function watch(name: string, count: number, act: (index: number) => void): Promise<void> {
      const noted: number[] = [];
      performance.mark(name);
      let before = await nextFrame();
      for (let index = 0; index < count; index++) {
        act(index);
        const now = await nextFrame();
        noted.push(now - before);
        before = now;
      }
      frames[name] = noted;
    }
    const pointer = (x: number, y: number) =>
      picture.dispatchEvent(new PointerEvent("pointermove", { clientX: x, clientY: y, bubbles: true }));
    const key = (name: string) => picture.dispatchEvent(new KeyboardEvent("keydown", { key: name }));

    await watch("nothing, for comparison", 120, () => {});
    view.begin();
    view.add(events.splice(0, 5_000), 0);
    await nextFrame();
    await nextFrame();
    const batches = Math.ceil(events.length / 5_000);
    await watch("the run", batches * 5, (index) => {
      if (index % 5 === 0) {
        view.add(events.splice(0, 5_000), 0);
      }
    });
    view.end();
    await watch("scrolling", 120, (index) => picture.scrollTo({ top: index * 2_000 }));
    await watch("pointing", 120, (index) => pointer(300 + index * 7, 100 + (index % 8) * 20));
    await watch("zooming", 60, (index) => key(index < 30 ? "+" : "-"));
    await watch("stepping", 120, () => key("ArrowLeft"));
    await watch("stepping at the beginning", 60, (index) => key(index === 0 ? "Home" : "ArrowRight"));
    return frames;
  }, trace);
  const tasks = longestTasks(await browser.stopTracing(), Object.keys(frames));
  await page.close();
  return { frames, tasks };
}
