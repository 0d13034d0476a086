import { spawnSync } from "node:child_process";

/** A CPython to record from or compare with: `PYTHON`, else python3.13, else python3. Undefined when there is none. */
export function findPython(): string | undefined {
  const named = process.env.PYTHON;
  const candidates = named === undefined ? ["python3.13", "python3"] : [named];
  return candidates.find((command) => isCPython(command));
}

/** The examples use what asyncio has had since 3.11: task groups and timeouts. */
function isCPython(command: string): boolean {
  const question = "import sys; print(sys.implementation.name, sys.version_info >= (3, 11))";
  const answer = spawnSync(command, ["-c", question], { encoding: "utf8" });
  return answer.status === 0 && answer.stdout.trim() === "cpython True";
}
