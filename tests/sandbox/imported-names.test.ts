import { expect, test } from "vitest";
import * as library from "../../src/async-primitives/index.ts";
import { compile } from "../../src/sandbox/compile.ts";
import * as everyday from "../../src/sandbox/everyday-library.ts";
import { importedNames } from "../../src/sandbox/imported-names.ts";

function namesOf(...sources: string[]): readonly string[] | undefined {
  const files = Object.fromEntries(sources.map((code, index) => [`/${index}.ts`, code]));
  return importedNames(compile(files, "/0.ts").modules);
}

test("names what all modules import, by the library's own names, and no types", () => {
  expect(namesOf('import { type Coroutine, run, sleep as nap } from "asyncio-ts";\nrun(nap(1));')).toEqual([
    "run",
    "sleep",
  ]);
  expect(
    namesOf(
      'import { run } from "asyncio-ts"; import { help } from "./1.ts"; run(help());',
      "import {\n  gather,\n} from 'asyncio-ts';\nexport const help = () => gather();\nexport { Pool } from \"asyncio-ts\";",
    ),
  ).toEqual(["gather", "Pool", "run"]);
  expect(namesOf("console.log(1);")).toEqual([]);
});

test.for([
  'import * as asyncio from "asyncio-ts"; asyncio.run();',
  'import asyncio, { run } from "asyncio-ts"; run(asyncio);',
  'export * from "asyncio-ts";',
  'const { run } = await import("asyncio-ts"); run();',
  'import "asyncio-ts";',
])("may want any name: %s", (code) => {
  expect(namesOf(code)).toBeUndefined();
});

test("what most programs need is of the library, and the same things", () => {
  const { "asyncio-ts/inspection": _, ...names } = everyday;
  const whole: Record<string, unknown> = { ...library };
  expect(names).toHaveProperty("run");
  for (const [name, value] of Object.entries(names)) {
    expect(value, name).toBe(whole[name]);
  }
});
