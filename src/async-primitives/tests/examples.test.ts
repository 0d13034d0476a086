import { stripTypeScriptTypes } from "node:module";
import { describe, expect, test } from "vitest";
import * as library from "../index.ts";
import { expectedOutput, readDocExamples } from "./doc-examples.ts";
import { virtualLoop } from "./virtual-time.ts";

async function run(code: string): Promise<string[]> {
  const output: string[] = [];
  const names = {
    ...library,
    console: { log: (...values: unknown[]) => output.push(...values.map(String)) },
    run: (main: library.Coroutine<unknown>, options?: library.RunOptions) =>
      library.run(main, { loopFactory: virtualLoop, ...options }),
    Runner: class extends library.Runner {
      constructor() {
        super({ loopFactory: virtualLoop });
      }
    },
    printCallGraph: (task: library.Task<unknown>) =>
      output.push(...library.formatCallGraph(task).split("\n")),
  };
  const AsyncFunction = (async () => {}).constructor as new (
    ...text: string[]
  ) => (...values: unknown[]) => Promise<void>;
  await new AsyncFunction(...Object.keys(names), stripTypeScriptTypes(code))(...Object.values(names));
  return output;
}

const examples = readDocExamples();

describe("the examples of the doc comments", () => {
  test("are there", () => {
    expect(examples.length).toBeGreaterThan(25);
  });

  test.each(examples)("$name prints what it says", async ({ code }) => {
    expect((await run(code)).join(", ")).toBe(expectedOutput(code));
  });
});
