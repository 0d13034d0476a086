import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as vite from "vite";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { installPackage, runIn } from "../machine/installed-package.ts";
import { bundle } from "./watched-page.ts";

let folder: string;

beforeAll(() => {
  folder = installPackage();
});

afterAll(() => rmSync(folder, { recursive: true }));

const program = 'import { watch } from "asyncio-ts/watch"; watch({ open: true });';

/** What Vite, and so Rolldown, makes of a page that is built. */
async function buildWithVite(): Promise<string> {
  writeFileSync(join(folder, "app.js"), program);
  const result = await vite.build({
    configFile: false,
    logLevel: "error",
    root: folder,
    build: { write: false, lib: { entry: "app.js", formats: ["es"] } },
  });
  const [output] = [result].flat() as vite.Rolldown.RolldownOutput[];
  return output?.output.map((part) => (part.type === "chunk" ? part.code : "")).join("") ?? "";
}

describe("a production build has next to nothing of it", () => {
  test("by esbuild, with its condition", async () => {
    const code = await bundle(folder, program, { minify: true, conditions: ["production"] });
    expect(code.length).toBeLessThan(200);
  });

  test("by Rolldown, as Vite builds", async () => {
    // Which Vite goes by, and Vitest has set otherwise.
    vi.stubEnv("NODE_ENV", "production");
    expect((await buildWithVite()).length).toBeLessThan(200);
    vi.unstubAllEnvs();
  });

  test("while a development build has it", async () => {
    expect((await bundle(folder, program, { minify: true })).length).toBeGreaterThan(50_000);
  });
});

test("on a server the import and the call do nothing", () => {
  writeFileSync(
    join(folder, "server.ts"),
    `import { watch } from "asyncio-ts/watch";
import { watch as always } from "asyncio-ts/watch/always";
import { run, sleep } from "asyncio-ts";
for (const overlay of [watch({ open: true }), always()]) {
  overlay.close();
  overlay[Symbol.dispose]();
}
console.log(await run(sleep(0.01, "served")));
`,
  );
  expect(runIn(folder, process.execPath, "server.ts")).toBe("served\n");
});
