import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What one call came to, where that was not as it should be. */
export interface Finding {
  readonly call: string;
  /** In whose words it was refused: those of the engine. */
  readonly strange: readonly string[];
  readonly harm: readonly string[];
}

interface Walk {
  readonly calls: number;
  readonly findings: readonly Finding[];
}

const walker = fileURLToPath(new URL("walker.ts", import.meta.url));

/** How long a child may say nothing, in milliseconds. Only a guard: what hangs is named, and the walk goes on after it. */
const silenceMs = 60_000;

/** Walks through every call in a process of its own; one that hangs, or ends the process, is a finding. */
export async function followWalk(part: number, parts: number): Promise<Walk> {
  const folder = mkdtempSync(join(tmpdir(), "walk-"));
  const path = join(folder, "log");
  const findings: Finding[] = [];
  try {
    for (let from = 0; ; ) {
      const how = await walkFrom(path, part, parts, from);
      const lines = readFileSync(path, "utf8").trimEnd().split("\n");
      const begun = lines.filter((line) => line.startsWith("> "));
      const end = lines.findLast((line) => line.startsWith("= "));
      if (end !== undefined) {
        if (how !== "ended") {
          findings.push({ call: "the end of the walk", strange: [], harm: [`the process ${how}`] });
        }
        findings.push(
          ...lines.filter((line) => line.startsWith("! ")).map((line) => JSON.parse(line.slice(2))),
        );
        return { calls: begun.length, findings };
      }
      const [, number = "0", call = "nothing"] = /^> (\d+) (.*)/.exec(begun.at(-1) ?? "") ?? [];
      findings.push({ call, strange: [], harm: [`the process ${how}`] });
      from = Number(number) + 1;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function walkFrom(path: string, part: number, parts: number, from: number): Promise<string> {
  const child: ChildProcess = spawn(
    process.execPath,
    ["--conditions=asyncio-ts-source", walker, path, String(part), String(parts), String(from)],
    // Its standard input is open, and nothing comes: it must end all the same.
    { stdio: ["pipe", "ignore", "pipe"] },
  );
  let said = "";
  child.stderr?.on("data", (text) => {
    said += text;
  });
  let size = -1;
  let isSilent = false;
  const watch = setInterval(() => {
    const before = size;
    size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size === before) {
      isSilent = true;
      child.kill("SIGKILL");
    }
  }, silenceMs);
  return new Promise((resolve) => {
    child.on("close", (code, signal) => {
      clearInterval(watch);
      const why = code === 0 ? "ended" : `ended with ${code ?? signal}: ${said.slice(-2000)}`;
      resolve(isSilent ? "hangs" : why);
    });
  });
}
