import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CommandError } from "./command-error.ts";

/** The folder of asyncio-ts, seen from the file that this is bundled into. */
const library = fileURLToPath(new URL("../../", import.meta.url));

/** The package as it stands here, as the bytes of its tarball. Nothing is asked of a registry. Throws a {@link CommandError} if `npm` cannot do it. */
export function packLibrary(): Uint8Array {
  const temporary = mkdtempSync(join(tmpdir(), "asyncio-ts-"));
  try {
    execFileSync("npm", ["pack", "--ignore-scripts", "--offline", "--pack-destination", temporary], {
      cwd: library,
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    const [tarball = ""] = readdirSync(temporary);
    return readFileSync(join(temporary, tarball));
  } catch (error) {
    throw new CommandError(`the library cannot be packed by npm: ${(error as Error).message.trim()}`);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}
