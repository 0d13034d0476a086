import { spawnSync } from "node:child_process";

/** A CPython whose asyncio is new enough to compare with; undefined when there is none. */
export function findPython(): string | undefined {
  const question = "import sys; print(sys.implementation.name, sys.version_info >= (3, 11))";
  return ["python3.13", "python3"].find((command) => outputOf(command, ["-c", question]) === "cpython True");
}

/** The first of the commands that this machine has; undefined when it has none. */
export function findCommand(...commands: string[]): string | undefined {
  return commands.find((command) => outputOf("/bin/sh", ["-c", `command -v ${command}`]) !== "");
}

function outputOf(command: string, args: readonly string[]): string {
  const { stdout } = spawnSync(command, args, { encoding: "utf8" });
  return stdout?.trim() ?? "";
}
