/**
 * Runs all that a change must pass, two lanes at a time, since the tests of a lane wait half of their time: for a browser,
 * for a process, for a timer. Each line has the name of its lane. A lane that fails holds up only what needs it.
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { type Lane, lanes } from "./lanes.ts";

const mostAtOnce = 2;

/** A lane that has ended. */
interface Ended {
  readonly hasPassed: boolean;
  readonly seconds: number;
}

const waiting = new Set(lanes);
const running = new Map<Lane, Promise<unknown>>();
const ended = new Map<string, Ended>();

do {
  startReady();
  await Promise.race(running.values());
} while (running.size > 0 || readyLanes().length > 0);

for (const { name } of lanes) {
  console.log(`${name.padEnd(20)} ${told(ended.get(name))}`);
}
process.exitCode = lanes.every(({ name }) => ended.get(name)?.hasPassed) ? 0 : 1;

function readyLanes(): Lane[] {
  return [...waiting].filter(({ after }) => after.every((name) => ended.get(name)?.hasPassed));
}

function startReady(): void {
  for (const lane of readyLanes().slice(0, mostAtOnce - running.size)) {
    waiting.delete(lane);
    running.set(
      lane,
      run(lane).finally(() => running.delete(lane)),
    );
  }
}

async function run({ name, command }: Lane): Promise<void> {
  const tell = (line: string) => console.log(`${name} | ${line}`);
  tell(command);
  const start = performance.now();
  const child = spawn(`${command} 2>&1`, { shell: true, stdio: ["ignore", "pipe", "inherit"] });
  const closed = new Promise((resolve) => child.on("close", resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    tell(line);
  }
  const end = { hasPassed: (await closed) === 0, seconds: (performance.now() - start) / 1_000 };
  ended.set(name, end);
  tell(told(end));
}

function told(end: Ended | undefined): string {
  if (end === undefined) {
    return "was not run: what it needs failed";
  }
  return `${end.hasPassed ? "passed" : "FAILED"} after ${end.seconds.toFixed()} s`;
}
