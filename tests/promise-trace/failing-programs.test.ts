import { expect, test } from "vitest";
import { instrument } from "../../src/promise-trace/instrument.ts";
import { failingPrograms } from "./failing-programs.ts";
import { printedByEach } from "./printed-by-each.ts";

test("what an engine refuses it refuses in the same words when the program is watched", async () => {
  // What does not parse is run as it is.
  const watched = failingPrograms.map((code) => instrument(code, "plain.ts", "$w")?.text ?? code);
  const [plain, printed] = await Promise.all([
    printedByEach(failingPrograms, { watched: false }),
    printedByEach(watched, { watched: true }),
  ]);
  expect(plain.filter((text) => /^\w*Error: /.test(text)).length).toBeGreaterThan(3_000);
  const results = (all: readonly string[]) => failingPrograms.map((code, index) => `${code}\n${all[index]}`);
  expect(results(printed)).toEqual(results(plain));
});
