import { expect, test } from "vitest";
import { readExample } from "../../src/examples/read-example.ts";
import { shownExamples } from "../browser/shown-examples.ts";
import { EnginePane } from "./engine-pane.ts";
import type { EnginePage } from "./in-engine.ts";

/** Every version that can run prints its recorded output in its pane. Takes long, and is no part of `npm test`. */
export function testAllPanes({ engine, open }: EnginePage): void {
  for (const [address, paths] of shownExamples()) {
    const runnable = paths.map((path) => readExample(path)).filter(({ runtime }) => runtime === "browser");
    if (runnable.length === 0) {
      continue;
    }
    test(
      `all panes of /${address}`,
      async () => {
        await open(address);
        for (const { path, versions, output } of runnable) {
          const pane = new EnginePane(engine, path);
          await pane.isReady();
          for (const version of versions) {
            await pane.choose(version);
            await pane.run();
            expect(await pane.standardOutput(), `${path}/${version}`).toBe(output);
            await pane.hasState(/^done$/);
          }
        }
      },
      900_000 + 60_000 * runnable.length,
    );
  }
}
