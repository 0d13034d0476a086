import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median, nameOf, report, round } from "../report.ts";

/**
 * 50 clients at once, each with 2,000 round trips of 64 bytes to an echo server in the same process. Each round
 * runs every contender once, in a process of its own; ratios are taken within a round.
 *
 * Usage: npm run build:library && node benchmarks/streams/round-trips.ts [ROUNDS]
 */
const rounds = Number(process.argv[2] ?? 5);
const python = process.env.PYTHON ?? "python3";
const contenders = [
  [process.execPath, "raw-sockets.ts"],
  [process.execPath, "streams.ts"],
  [python, "cpython.py"],
] as const;

function tripsPerSecond([command, program]: (typeof contenders)[number]): number {
  const path = fileURLToPath(new URL(`round-trips/${program}`, import.meta.url));
  const { stdout, stderr } = spawnSync(command, [path], { encoding: "utf8" });
  if (!(Number(stdout) > 0)) {
    throw new Error(`${program} gave no result: ${stdout}${stderr}`);
  }
  return 100_000 / Number(stdout);
}

const measured = Array.from({ length: rounds }, () => contenders.map(tripsPerSecond));
const rows = contenders.map(([, program], index) => ({
  contender: nameOf(program),
  "trips/s": Math.round(median(measured.map((rates) => rates[index] as number))),
  "x raw sockets": round(median(measured.map((rates) => (rates[index] as number) / (rates[0] as number)))),
  "x CPython": round(median(measured.map((rates) => (rates[index] as number) / (rates[2] as number)))),
}));
report("round-trips", rows);
