import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSource } from "../../src/inspect/supervisor/read-source.ts";

let above: string;
let folder: string;

beforeAll(() => {
  above = realpathSync(mkdtempSync(join(tmpdir(), "asyncio-ts-sources-")));
  folder = join(above, "program");
  mkdirSync(join(folder, "node_modules/package"), { recursive: true });
  writeFileSync(join(folder, "main.ts"), "// the program");
  writeFileSync(join(folder, "notes.txt"), "secret");
  writeFileSync(join(folder, "node_modules/package/index.js"), "// a package");
  writeFileSync(join(above, "elsewhere.ts"), "// secret");
  symlinkSync(join(above, "elsewhere.ts"), join(folder, "link.ts"));
});

afterAll(() => rmSync(above, { recursive: true }));

test("a file of the program is read, by its path in the folder and by its whole path", () => {
  expect(readSource(folder, "main.ts")).toBe("// the program");
  expect(readSource(folder, join(folder, "main.ts"))).toBe("// the program");
});

test("nothing else is: no file beside the folder, of another kind, or of a package", () => {
  const others = ["../elsewhere.ts", "link.ts", "notes.txt", "node_modules/package/index.js", "missing.ts"];
  for (const path of [...others, ...others.map((other) => join(folder, other))]) {
    expect(readSource(folder, path), path).toBeUndefined();
  }
});
