import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Measurement, Runner } from "./measure.ts";

/** A contestant in a process of its own, asked and answering by lines of JSON. */
export function startProcess(command: string, args: readonly string[]): Runner {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(workload, count) {
      child.stdin.write(`${JSON.stringify({ workload, count })}\n`);
      const { value, done } = await answers.next();
      if (done) {
        throw new Error(`${command} ${args.join(" ")} has ended in the middle of '${workload}'`);
      }
      return JSON.parse(value) as Measurement | null;
    },
    stop: () => void child.stdin.end(),
  };
}
