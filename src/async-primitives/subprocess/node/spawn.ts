import { type ChildProcess, type SpawnOptions, spawn as spawnChild } from "node:child_process";
import { fromHostError } from "../../errors/node/host-error.ts";
import { getRunningLoop } from "../../event-loop.ts";
import type { Command, Spawn } from "../child.ts";
import { DEVNULL, PIPE, STDOUT } from "../stdio.ts";
import type { SubprocessOptions } from "../subprocess-options.ts";
import { checkProgram } from "./check-program.ts";
import { NodeChild } from "./node-child.ts";

/** Has the shell join both outputs, then make way for the program: Node cannot join them itself. */
const joinOutputs = 'exec "$0" "$@" 2>&1';

/** Starts a process, with Node. */
export const spawn: Spawn = function* (command, options) {
  const loop = getRunningLoop();
  const child = start(command, options);
  const spawned = loop
    .createFuture<void>()
    .standsFor(command.shell === undefined ? "createSubprocessExec" : "createSubprocessShell");
  const isWanted = () => !spawned.done() && !loop.isClosed();
  child.once("spawn", () => {
    if (isWanted()) {
      spawned.setResult();
    }
  });
  child.once("error", (error) => {
    if (isWanted()) {
      spawned.setException(translate(error, command, options));
    }
  });
  const process = new NodeChild(loop, child, options.limit);
  try {
    yield* spawned;
    return process;
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
};

function start(command: Command, options: SubprocessOptions): ChildProcess {
  try {
    return startChild(command, options);
  } catch (error) {
    throw error instanceof Error && "code" in error ? translate(error, command, options) : error;
  }
}

function startChild(command: Command, options: SubprocessOptions): ChildProcess {
  const { cwd, env, startNewSession } = options;
  const settings: SpawnOptions = {
    stdio: [stdio(options.stdin, 0), stdio(options.stdout, 1), stdio(options.stderr, 2)],
    ...(cwd !== undefined && { cwd }),
    ...(env !== undefined && { env }),
    ...(startNewSession && { detached: true }),
  };
  if (options.stderr !== STDOUT) {
    // Node refuses an empty line, which the shell does not.
    if (command.shell !== undefined) {
      return spawnChild(command.shell || " ", { ...settings, shell: true });
    }
    return spawnChild(command.program, command.args, settings);
  }
  if (command.shell !== undefined) {
    return spawnChild("/bin/sh", ["-c", joinOutputs, "/bin/sh", "-c", command.shell], settings);
  }
  checkProgram(command.program, options);
  return spawnChild("/bin/sh", ["-c", joinOutputs, command.program, ...command.args], settings);
}

function stdio(wanted: SubprocessOptions["stderr"], inherited: number): "pipe" | "ignore" | number {
  if (wanted === PIPE) {
    return "pipe";
  }
  if (wanted === DEVNULL || wanted === STDOUT) {
    return "ignore";
  }
  // Node takes -0 for no number at all, and ends the process.
  return (wanted ?? inherited) + 0;
}

function translate(error: Error, command: Command, { cwd }: SubprocessOptions): Error {
  const what = command.shell ?? command.program;
  return fromHostError(error, cwd === undefined ? what : `${what} or folder ${cwd}`);
}
