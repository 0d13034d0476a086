import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { digestOf } from "../../build/digest-of.ts";
import { findKept, keep } from "../../build/kept.ts";
import { oncePerProcess } from "../../build/once-per-process.ts";
import { programDigest } from "../../build/program-digest.ts";

const execute = promisify(execFile);
const folder = join(process.cwd(), "src/async-primitives");

/** The library as `npm publish` would send it: the bytes of its tarball. */
export function packLibrary(): Promise<Uint8Array<ArrayBuffer>> {
  return oncePerProcess("tarball", findTarball);
}

async function findTarball(): Promise<Uint8Array<ArrayBuffer>> {
  const npm = process.env.npm_config_user_agent ?? "";
  const digest = digestOf(await programDigest("src/integrations/library/pack-library.ts"), npm, ...packed());
  const kept = findKept("tarball", digest);
  if (kept !== undefined) {
    return new Uint8Array(kept);
  }
  const tarball = await pack();
  keep("tarball", digest, tarball);
  return tarball;
}

/** All that can get into the tarball: names and contents. */
function packed(): (string | Uint8Array)[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !/[/\\](node_modules|tests)[/\\]/.test(file.slice(folder.length)))
    .sort()
    .flatMap((file) => [file.slice(folder.length), readFileSync(file)]);
}

async function pack(): Promise<Uint8Array<ArrayBuffer>> {
  const temporary = mkdtempSync(join(tmpdir(), "asyncio-ts-"));
  try {
    const words = ["pack", "--workspace", "asyncio-ts", "--pack-destination", temporary];
    await execute("npm", words, { shell: process.platform === "win32" });
    const [tarball = ""] = readdirSync(temporary);
    return new Uint8Array(readFileSync(join(temporary, tarball)));
  } finally {
    rmSync(temporary, { recursive: true });
  }
}
