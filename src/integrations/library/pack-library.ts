import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The library as `npm publish` would send it: the bytes of its tarball. */
export function packLibrary(): Uint8Array<ArrayBuffer> {
  const folder = mkdtempSync(join(tmpdir(), "asyncio-ts-"));
  try {
    const words = ["pack", "--workspace", "asyncio-ts", "--pack-destination", folder];
    execFileSync("npm", words, { stdio: "pipe", shell: process.platform === "win32" });
    const [tarball = ""] = readdirSync(folder);
    return new Uint8Array(readFileSync(join(folder, tarball)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
