import { spawnSync } from "node:child_process";

export interface Python {
  readonly command: string;
  /** `3.13`, as a number that can be compared: 313. */
  readonly version: number;
}

/** A CPython to record from or compare with: `PYTHON`, else the newest that is called as usual. Undefined if none. */
export function findPython(): Python | undefined {
  const named = process.env.PYTHON;
  const candidates = named === undefined ? ["python3.14", "python3.13", "python3"] : [named];
  return candidates.flatMap((command) => askVersion(command) ?? [])[0];
}

/** Whether an interpreter can run an example that needs at least this version, as in `3.13`. */
export function canRun(python: Python | undefined, needed: string): python is Python {
  return python !== undefined && python.version >= toNumber(needed);
}

/** The examples use what asyncio has had since 3.11: task groups and timeouts. */
function askVersion(command: string): Python | undefined {
  const question = "import sys; print(sys.implementation.name, '%d.%d' % sys.version_info[:2])";
  const answer = spawnSync(command, ["-c", question], { encoding: "utf8" });
  const [, version = "0.0"] = /^cpython (\d+\.\d+)\s*$/.exec(answer.stdout ?? "") ?? [];
  return answer.status === 0 && toNumber(version) >= 311
    ? { command, version: toNumber(version) }
    : undefined;
}

function toNumber(version: string): number {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major * 100 + minor;
}
