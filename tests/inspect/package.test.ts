import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installPackage, runIn } from "../machine/installed-package.ts";
import { readTrace } from "./inspected.ts";

let folder: string;

beforeAll(() => {
  folder = installPackage();
  cpSync(join(import.meta.dirname, "programs/waits.ts"), join(folder, "waits.ts"));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("in a folder that has installed the package", () => {
  test("`npx asyncio-ts inspect` records a program", async () => {
    runIn(folder, "npx", "--offline", "asyncio-ts", "inspect", "--record", "by-command.json", "waits.ts");
    expect(await readTrace(join(folder, "by-command.json"))).not.toEqual([]);
  });

  test("`--promises` records another, with what it is made of in the package", async () => {
    writeFileSync(join(folder, "plain.mjs"), "async function main() { await 1; }\nawait main();\n");
    runIn(
      folder,
      "npx",
      "--offline",
      "asyncio-ts",
      "inspect",
      "--promises",
      "--record",
      "plain.json",
      "plain.mjs",
    );
    const events = await readTrace(join(folder, "plain.json"));
    expect(events.filter(({ kind }) => kind === "task created")).toHaveLength(2);
    const licences = readFileSync(join(folder, "node_modules/asyncio-ts/dist/inspect/licences.txt"), "utf8");
    expect(licences.match(/^\S+ [\d.]+$/gm)?.map((line) => line.split(" ")[0])).toEqual([
      "@jridgewell/sourcemap-codec",
      "acorn",
    ]);
  });

  test("`node --import asyncio-ts/inspect` does as well", async () => {
    execFileSync(process.execPath, ["--import", "asyncio-ts/inspect", "waits.ts"], {
      cwd: folder,
      stdio: "pipe",
      env: { ...process.env, ASYNCIO_TS_INSPECT_RECORD: "by-import.json" },
    });
    expect(await readTrace(join(folder, "by-import.json"))).not.toEqual([]);
  });
});
