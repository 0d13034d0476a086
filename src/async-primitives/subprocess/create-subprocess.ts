import { spawn } from "#subprocess";
import type { Coroutine } from "../coroutine.ts";
import { describe } from "../errors/describe.ts";
import { Process } from "./process.ts";
import { checkStdio, type SubprocessOptions } from "./subprocess-options.ts";

/**
 * Starts a program.
 *
 * @param program Its path, or its name if it is in one of the folders of `PATH`.
 * @param args Its arguments, and at the end where its streams lead.
 * @throws FileNotFoundError when there is no such program or folder.
 * @throws PermissionError when it cannot be run.
 * @throws NotImplementedError in a browser.
 * @see Python's `asyncio.create_subprocess_exec()`
 * @example
 * function* main(): Coroutine<void> {
 *   const process = yield* createSubprocessExec("sort", "-n", { stdin: PIPE, stdout: PIPE });
 *   const [sorted] = yield* process.communicate(new TextEncoder().encode("10\n9\n"));
 *   console.log(new TextDecoder().decode(sorted).trim().split("\n").join(" ")); // 9 10
 *   console.log(process.returncode); // 0
 * }
 *
 * await run(main());
 */
export function createSubprocessExec(program: string, ...args: string[]): Coroutine<Process<object>>;
export function createSubprocessExec<const O extends SubprocessOptions>(
  program: string,
  ...args: [...args: string[], options: O]
): Coroutine<Process<O>>;
export function* createSubprocessExec(
  program: string,
  ...rest: (string | SubprocessOptions)[]
): Coroutine<Process> {
  const last = rest.at(-1);
  const options = typeof last === "object" ? last : {};
  const args = typeof last === "object" ? rest.slice(0, -1) : rest;
  for (const argument of [program, ...args]) {
    if (typeof argument === "string") continue;
    throw new TypeError(
      `createSubprocessExec() takes a program and its arguments, strings, got ${describe(argument)}`,
    );
  }
  checkStdio(options, "createSubprocessExec");
  return new Process(yield* spawn({ program, args: args as string[] }, options));
}

/**
 * Starts a line of the shell. Never put text from strangers into it: `createSubprocessExec` takes arguments as
 * they are.
 *
 * @throws NotImplementedError in a browser.
 * @see Python's `asyncio.create_subprocess_shell()`
 * @example
 * function* main(): Coroutine<void> {
 *   const process = yield* createSubprocessShell("echo out; echo err >&2; exit 3", { stdout: PIPE, stderr: PIPE });
 *   const [out, err] = yield* process.communicate();
 *   console.log(new TextDecoder().decode(out).trim()); // out
 *   console.log(new TextDecoder().decode(err).trim()); // err
 *   console.log(process.returncode); // 3
 * }
 *
 * await run(main());
 */
export function* createSubprocessShell<const O extends SubprocessOptions = object>(
  command: string,
  options: O = {} as O,
): Coroutine<Process<O>> {
  if (typeof command !== "string") {
    throw new TypeError(`createSubprocessShell() takes a line for the shell, got ${describe(command)}`);
  }
  checkStdio(options, "createSubprocessShell");
  return new Process<O>(yield* spawn({ shell: command }, options));
}
