import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test, vi } from "vitest";
import * as library from "../../src/async-primitives/index.ts";
import { expectedOutput, readDocExamples } from "../../src/async-primitives/tests/doc-examples.ts";
import { bundlers, origins } from "./bundlers.ts";

const folder = mkdtempSync(join(tmpdir(), "asyncio-ts-export-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Pair = readonly [bundler: keyof typeof bundlers, origin: keyof typeof origins];
const pairs: Pair[] = [
  ["esbuild", "source"],
  ["rolldown", "dist"],
];

const values = new Map<string, unknown>(Object.entries(library));
const names = [...values.keys()];

/** What a program that does nothing but import some names prints when it is bundled, and each of the rest left out. */
async function runBundled(program: string, file: string, [bundler, origin]: Pair): Promise<string> {
  const path = join(folder, `${file}.mjs`);
  await bundlers[bundler](program, path, origins[origin]);
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  try {
    await import(/* @vite-ignore */ pathToFileURL(path).href);
    return log.mock.calls.flat().join(", ").replaceAll("\n", ", ");
  } finally {
    log.mockRestore();
  }
}

/** An example of a doc comment as a program of its own, on a clock that jumps and does not lead to threads. */
function programOf(code: string, [, origin]: Pair): string {
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const { modules, extension } = origins[origin];
  const imported = used.map((name) => (["run", "Runner"].includes(name) ? `${name} as real${name}` : name));
  return [
    `import { ${imported.join(", ")} } from "asyncio-ts";`,
    `import { EventLoop as CoreLoop } from "${modules}/event-loop${extension}";`,
    `import { VirtualClock as CoreClock } from "${modules}/loop/clock${extension}";`,
    "const virtualLoop = () => new CoreLoop({ clock: new CoreClock() });",
    used.includes("run")
      ? "const run = (main, options) => realrun(main, { loopFactory: virtualLoop, ...options });"
      : "",
    used.includes("Runner") ? "const Runner = class extends realRunner {" : "",
    used.includes("Runner") ? "constructor() { super({ loopFactory: virtualLoop }); } };" : "",
    code,
  ].join("\n");
}

describe.each(pairs)("bundled by %s from %s", (...pair) => {
  test.each(names)("%s works without the rest", async (name) => {
    const program = `import { ${name} } from "asyncio-ts"; console.log(typeof ${name});`;
    expect(await runBundled(program, `${pair.join("-")}-${name}`, pair)).toBe(typeof values.get(name));
  });

  test.each(readDocExamples().map(({ name, code }, index) => [name, code, index] as const))(
    "the example of %s prints what it says",
    async (_, code, index) => {
      const output = await runBundled(programOf(code, pair), `${pair.join("-")}-${index}`, pair);
      expect(output).toBe(expectedOutput(code));
    },
  );

  test.each(["getRunningLoop()", "new EventLoop()", "new Runner().getLoop()"])(
    "%s brings threads along",
    async (loop) => {
      const needed = [...new Set(["run", ...(loop.match(/\w+(?=\()/g) ?? [])])].filter((name) =>
        names.includes(name),
      );
      const program = `
        import { ${needed.join(", ")} } from "asyncio-ts";
        function* main(loop) { return yield* loop.runInExecutor(undefined, (n) => n * 2, 21); }
        const loop = ${loop.includes("new ") ? loop : "undefined"};
        const start = function* () { return yield* main(loop ?? ${loop}); };
        console.log(await (loop === undefined ? run(start()) : loop.runUntilComplete(start())));`;
      const file = `${pair.join("-")}-way-${loop.replaceAll(/\W/g, "")}`;
      expect(await runBundled(program, file, pair)).toBe("42");
    },
  );
});
