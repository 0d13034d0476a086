import { spawn } from "#subprocess";
import type { Coroutine } from "../coroutine.ts";
import { isArray } from "../errors/look-up.ts";
import { PermissionError } from "../errors/os-error.ts";
import { Process } from "./process.ts";
import { checkSubprocessOptions, checkText, type SubprocessOptions } from "./subprocess-options.ts";

/**
 * Starts a program.
 *
 * @param program Its path, or its name if it is in one of the folders of `PATH`.
 * @param args Its arguments, and at the end where its streams lead.
 * @throws FileNotFoundError when there is no such program or folder.
 * @throws PermissionError when it cannot be run.
 * @throws TypeError when the program or an argument is not a string, as with a list of them: spread it.
 * @throws NotImplementedError in a browser.
 * @group Subprocesses
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
  const hasOptions = typeof last === "object" && !isArray(last);
  const options = hasOptions ? last : {};
  const args = hasOptions ? rest.slice(0, -1) : rest;
  for (const text of [program, ...args]) {
    if (isArray(text)) {
      refuseList();
    }
    checkText(text, "createSubprocessExec() takes a program and its arguments, strings");
  }
  checkSubprocessOptions(options, "createSubprocessExec");
  if (program === "") {
    throw new PermissionError("The system runs no program without a name: say which one", { code: "EACCES" });
  }
  return new Process(yield* spawn({ program, args: args as string[] }, options));
}

/**
 * Starts a line of the shell. Never put text from strangers into it: `createSubprocessExec` takes arguments as
 * they are.
 *
 * @throws NotImplementedError in a browser.
 * @group Subprocesses
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
  checkText(command, "createSubprocessShell() takes a line for the shell, a string");
  checkSubprocessOptions(options, "createSubprocessShell");
  return new Process<O>(yield* spawn({ shell: command }, options));
}

/** The form that Node's own function takes. */
function refuseList(): never {
  throw new TypeError(
    "createSubprocessExec() takes arguments one by one, got an array: spread it, as in createSubprocessExec(program, ...args)",
  );
}
