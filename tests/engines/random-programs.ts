import { join } from "node:path";
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import { findBrowser } from "../browser/find-browser.ts";
import { randomProgram } from "../promise-trace/random-program.ts";
import type { ProgramRuns } from "../promise-trace/random-programs-page.ts";
import type { Engine } from "./engine.ts";
import type { EnginePage } from "./in-engine.ts";
import { startPlaywrightsOwn } from "./playwrights-own.ts";

const page = join(import.meta.dirname, "../promise-trace/random-programs-page.ts");

/** WebKit runs four of the 500 from here on in an order of its own: its way from a thenable to a promise is a tick shorter. */
const first = 3_001;

/** What `random-programs-page.ts` puts on the page. */
interface Global {
  runTwice(first: number, count: number): Promise<ProgramRuns[]>;
}

/** That promises can be watched by plain calls around `await` hangs on the order in which an engine runs what waits. */
export function testRandomPrograms({ engine }: EnginePage): void {
  let runs: ProgramRuns[];
  /** The same programs in Chromium, by their seeds. */
  let there: ReadonlyMap<number, ProgramRuns>;

  beforeAll(async () => {
    runs = await runTwice(engine, first, 500);
    const browser = await startPlaywrightsOwn(chromium, findBrowser());
    there = new Map((await runTwice(browser, first, 500)).map((run) => [run.seed, run]));
    await browser.close();
  });

  test("random programs print the same when their promises are watched", () => {
    // An engine that does not know `await using` yet cannot read a quarter of the 500.
    expect(runs.length).toBeGreaterThan(300);
    expect(runs.flatMap(({ events }) => events).length).toBeGreaterThan(100_000);
    const wrong = runs.filter(({ plain, watched }) => !equals(watched, plain));
    expect(wrong).toEqual([]);
  });

  test("their promises are seen to do what those of Chromium do, where no engine has a way of its own", () => {
    const alike = runs.filter(
      ({ seed, plain }) =>
        equals(plain, there.get(seed)?.plain) && !randomProgram(seed).includes("then(resolve"),
    );
    expect(alike.length).toBeGreaterThan(0.2 * runs.length);
    for (const { seed, events } of alike) {
      expect(events, `seed ${seed}`).toEqual(there.get(seed)?.events);
    }
  });
}

function equals(lines: readonly string[], others: readonly string[] | undefined): boolean {
  return lines.join("\n") === others?.join("\n");
}

/** Runs so many programs from a seed on in a fresh page. */
async function runTwice(engine: Engine, first: number, count: number): Promise<ProgramRuns[]> {
  const { outputFiles } = await build({ entryPoints: [page], bundle: true, write: false });
  await engine.open("about:blank");
  const run = (script: string, first: number, count: number) => {
    // biome-ignore lint/security/noGlobalEval: a page without a policy, which no reader sees
    globalThis.eval(script);
    return (globalThis as unknown as Global).runTwice(first, count);
  };
  return engine.evaluate(run, outputFiles[0]?.text ?? "", first, count);
}
