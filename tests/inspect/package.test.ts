import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTrace } from "./inspected.ts";

const library = join(createRequire(import.meta.url).resolve("asyncio-ts/package.json"), "..");
const folder = mkdtempSync(join(tmpdir(), "asyncio-ts-package-"));
const isWindows = process.platform === "win32";

function run(command: string, ...words: readonly string[]): string {
  return execFileSync(command, words, { cwd: folder, encoding: "utf8", stdio: "pipe", shell: isWindows });
}

beforeAll(() => {
  execFileSync("npm", ["pack", "--pack-destination", folder], {
    cwd: library,
    stdio: "pipe",
    shell: isWindows,
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  run("npm", "install", "--offline", "--no-audit", "--no-fund", `./${tarball}`);
  cpSync(join(import.meta.dirname, "programs/waits.ts"), join(folder, "waits.ts"));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("in a folder that has installed the package", () => {
  test("`npx asyncio-ts inspect` records a program", async () => {
    run("npx", "--offline", "asyncio-ts", "inspect", "--record", "by-command.json", "waits.ts");
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
