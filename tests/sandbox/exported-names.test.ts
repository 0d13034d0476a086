import { expect, test } from "vitest";
import { exportedNames } from "../../src/sandbox/exported-names.ts";

test.each([
  ["var a=1,b=2;export{a as sleep,b as run};", ["sleep", "run"]],
  ["var a=1;\nexport {\n  a as FIRST_COMPLETED,\n  run\n};\n", ["FIRST_COMPLETED", "run"]],
  ['const text="export{no};";var a=1;export{a as "asyncio-ts/inspection"}', ['"asyncio-ts/inspection"']],
])("%j says what it exports", (bundle, names) => {
  expect(exportedNames(bundle)).toEqual(names);
});
