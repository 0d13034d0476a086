import { spawnSync } from "node:child_process";

export interface Python {
  /** The interpreter itself, since a name may stand for a script that looks for it first. */
  readonly command: string;
  /** `3.13`, as a number that can be compared: 313. */
  readonly version: number;
  /** All that the interpreter says of its version and its making. */
  readonly fullVersion: string;
}

/** A CPython to record from or compare with: `PYTHON`, else the newest that is called as usual. Undefined if none. */
export function findPython(): Python | undefined {
  const named = process.env.PYTHON;
  const candidates = named === undefined ? ["python3.14", "python3.13", "python3"] : [named];
  return candidates.flatMap((command) => askVersion(command) ?? [])[0];
}

/** The CPython by which the library is judged: other versions schedule some things in another order. */
export function findPython313(): Python | undefined {
  return findAllPythons().find(({ version }) => version === 313);
}

/** One CPython of each version that is called as usual, and the one that `PYTHON` names. */
export function findAllPythons(): Python[] {
  const named = process.env.PYTHON === undefined ? [] : [process.env.PYTHON];
  const usual = ["python3.14", "python3.13", "python3.12", "python3.11", "python3"];
  const found = [...named, ...usual].flatMap((command) => askVersion(command) ?? []);
  return [...new Map(found.map((python) => [python.version, python])).values()];
}

/** Whether an interpreter can run an example that needs at least this version, as in `3.13`. */
export function canRun(python: Python | undefined, needed: string): python is Python {
  return python !== undefined && python.version >= toNumber(needed);
}

/** The examples use what asyncio has had since 3.11: task groups and timeouts. */
function askVersion(command: string): Python | undefined {
  const question =
    "import sys; print(sys.implementation.name, '%d.%d' % sys.version_info[:2], sys.executable, sys.version, sep='\\n')";
  const answer = spawnSync(command, ["-c", question], { encoding: "utf8" });
  const [name, version = "", executable = "", ...fullVersion] = (answer.stdout ?? "").trim().split(/\r?\n/);
  return answer.status === 0 && name === "cpython" && toNumber(version) >= 311
    ? { command: executable, version: toNumber(version), fullVersion: fullVersion.join(" ") }
    : undefined;
}

function toNumber(version: string): number {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major * 100 + minor;
}
