import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, report, round } from "../report.ts";

/**
 * What it costs a program that does nothing but switch tasks to be recorded, and to be started
 * so that it could be looked at: the time of the whole process, from its
 * start to its end, beside that of the same program alone. Each round runs all, and ratios are taken within a round.
 *
 * Usage: npm run build:library && node benchmarks/inspect/cost-of-watching.ts [ROUNDS]
 */
const rounds = Number(process.argv[2] ?? 5);
const program = fileURLToPath(new URL("switches.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "asyncio-ts-inspect-"));
const ways: Readonly<Record<string, { words: readonly string[]; environment: NodeJS.ProcessEnv }>> = {
  alone: { words: [], environment: {} },
  "with nobody looking": { words: ["--import", "asyncio-ts/inspect"], environment: {} },
  recorded: {
    words: ["--import", "asyncio-ts/inspect"],
    environment: { ASYNCIO_TS_INSPECT_RECORD: join(folder, "trace.json") },
  },
};

/** Seconds. */
function timeOf({ words, environment }: (typeof ways)[string]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...words, program], {
    encoding: "utf8",
    cwd: import.meta.dirname,
    env: { ...process.env, ...environment },
  });
  if (status !== 0) {
    throw new Error(`${program} failed: ${stderr}`);
  }
  return (performance.now() - start) / 1000;
}

const measured = Array.from({ length: rounds }, () => Object.values(ways).map(timeOf));
rmSync(folder, { recursive: true });
report(
  "cost-of-watching",
  Object.keys(ways).map((way, index) => ({
    way,
    seconds: round(median(measured.map((times) => times[index] as number))),
    "x alone": round(median(measured.map((times) => (times[index] as number) / (times[0] as number)))),
  })),
);
