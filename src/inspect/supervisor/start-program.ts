import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import type { Readable, Writable } from "node:stream";
import {
  type Beginning,
  beginningVariable,
  LineReader,
  lineOf,
  type ProgramCommand,
  toProgram,
  toSupervisor,
} from "../channel.ts";
import { CommandSocket } from "./command-socket.ts";

/** A program that runs, seen from its supervisor. */
export interface StartedProgram {
  send(command: ProgramCommand): void;
  kill(signal: NodeJS.Signals): void;
  /** The exit code, when it has ended and all that it told is read. As in a shell it is 128 and the number of a signal. */
  readonly ended: Promise<number>;
}

/**
 * Starts Node with these words, in the same terminal.
 *
 * @param onLine Called with each message as text.
 */
export function startProgram(
  words: readonly string[],
  beginning: Omit<Beginning, "socket">,
  onLine: (line: string) => void,
): StartedProgram {
  // A pipe that Bun reads keeps a program from its end, and cannot be told not to.
  const socket = beginning.isDriven && "bun" in process.versions ? new CommandSocket() : undefined;
  const told: Beginning = { ...beginning, socket: socket?.path ?? null };
  const child = spawn(process.execPath, words, {
    stdio: ["inherit", "inherit", "inherit", "pipe", "pipe"],
    env: { ...process.env, [beginningVariable]: JSON.stringify(told) },
  });
  const reports = child.stdio[toSupervisor] as Readable;
  const reader = new LineReader(onLine);
  reports.setEncoding("utf8").on("data", (text: string) => reader.add(text));
  const commands = socket ?? (child.stdio[toProgram] as Writable);
  // A program that has ended takes no more commands.
  child.stdio[toProgram]?.on("error", () => {});
  return {
    send: (command) => void commands.write(lineOf(command)),
    kill: (signal) => void child.kill(signal),
    ended: whenEnded(child).finally(() => socket?.close()),
  };
}

function whenEnded(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]),
    );
  });
}
