import { expect, test } from "vitest";
import { instrument } from "../../src/promise-trace/instrument.ts";
import { localsReader } from "../../src/promise-trace/read-locals.ts";
import { printedByEach } from "./printed-by-each.ts";
import { spelledPrograms } from "./spelled-programs.ts";

test.for([false, true])(
  "a program prints the same when it is watched, however it is spelled (values: %s)",
  async (values) => {
    const watched = spelledPrograms.map(
      (code) =>
        instrument(code, "plain.ts", "$w", values ? localsReader("$w") : undefined)?.text ?? `"unparsed"`,
    );
    const [plain, printed] = await Promise.all([
      printedByEach(spelledPrograms, { watched: false }),
      printedByEach(watched, { watched: true }),
    ]);
    const results = (all: readonly string[]) =>
      spelledPrograms.map((code, index) => `${code}\n${all[index]}`);
    expect(plain).toHaveLength(spelledPrograms.length + 1);
    expect(results(printed)).toEqual(results(plain));
  },
);
