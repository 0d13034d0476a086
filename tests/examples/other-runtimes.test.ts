import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { examplesFolder, listExamples, readExample } from "../../src/examples/read-example.ts";
import { OutputCache } from "./output-cache.ts";
import { timeOf } from "./programs.ts";
import { runProgram } from "./run-program.ts";

const virtualTime = join(import.meta.dirname, "virtual-time.ts");
const cache = new OutputCache();

/** How the other runtimes run a program. Their packages are optional: no machine that they are not built for is refused. */
const runtimes = { deno: ["run", "--allow-all"], bun: ["run"] };
/** The ports, and what hosts are to agree on by themselves. Of Node's own queues each has its own idea. */
const programs = listExamples()
  .map((path) => readExample(path))
  .flatMap((example) =>
    example.versions
      .filter((file) => (example.judge === "host" ? example.runtime === "browser" : file === "main.ts"))
      .map((file) => ({ example, file, path: example.path })),
  );

for (const [runtime, words] of Object.entries(runtimes)) {
  const { status, stdout: version } = spawnSync(runtime, ["--version"], { encoding: "utf8" });
  const isHere = status === 0;
  if (!isHere) {
    console.warn(`No ${runtime} on the PATH: the examples are not run in it.`);
  }

  // Side by side, because those by the host's clock spend most of their time asleep.
  describe.skipIf(!isHere).concurrent(`in ${runtime}`, () => {
    test.for(programs)(
      "the example $path prints its recorded output from $file",
      async ({ example, file }) => {
        const program = {
          example,
          file,
          command: runtime,
          commandVersion: [version, ...words].join(" "),
          role: "version" as const,
        };
        const time = timeOf(program);
        const preloaded = time === "virtual" ? ["--preload", virtualTime] : [];
        const printed = await cache.printed(program, time, () =>
          runProgram(runtime, program.file, join(examplesFolder(), example.path), time, [
            ...words,
            ...preloaded,
          ]),
        );
        expect(printed).toBe(example.output);
      },
    );
  });
}
