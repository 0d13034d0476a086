import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
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

  test("`node --import asyncio-ts/inspect` does as well", async () => {
    execFileSync(process.execPath, ["--import", "asyncio-ts/inspect", "waits.ts"], {
      cwd: folder,
      stdio: "pipe",
      env: { ...process.env, ASYNCIO_TS_INSPECT_RECORD: "by-import.json" },
    });
    expect(await readTrace(join(folder, "by-import.json"))).not.toEqual([]);
  });
});
