import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, resolve } from "node:path";
import { fromHostError } from "../../errors/node/host-error.ts";
import type { SubprocessOptions } from "../subprocess-options.ts";

/**
 * @throws FileNotFoundError when there is no such program.
 * @throws PermissionError when it cannot be run.
 */
export function checkProgram(program: string, { cwd, env }: SubprocessOptions): void {
  const path = (env ?? process.env).PATH ?? "";
  const folders = program.includes("/") || isAbsolute(program) ? [cwd ?? "."] : path.split(delimiter);
  let reason: NodeJS.ErrnoException | undefined;
  for (const folder of folders) {
    try {
      accessSync(resolve(folder, program), constants.X_OK);
      return;
    } catch (error) {
      if (reason?.code !== "EACCES") {
        reason = error as NodeJS.ErrnoException;
      }
    }
  }
  throw fromHostError(reason ?? Object.assign(new Error("not found"), { code: "ENOENT" }), program);
}
