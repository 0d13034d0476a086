/**
 * A pipe to the process, to be read or written as a stream.
 *
 * @group Subprocesses
 * @see Python's `asyncio.subprocess.PIPE`
 * @example
 * await run(
 *   (function* (): Coroutine<void> {
 *     const process = yield* createSubprocessExec("echo", "hello", { stdout: PIPE });
 *     const line = yield* process.stdout.readline();
 *     console.log(new TextDecoder().decode(line).trim()); // hello
 *     yield* process.wait();
 *   })(),
 * );
 */
export const PIPE: "pipe" = "pipe";

/**
 * Nothing to read, nowhere to write.
 *
 * @group Subprocesses
 * @see Python's `asyncio.subprocess.DEVNULL`
 * @example
 * await run(
 *   (function* (): Coroutine<void> {
 *     const process = yield* createSubprocessExec("echo", "unheard", { stdout: DEVNULL });
 *     console.log(yield* process.wait()); // 0
 *   })(),
 * );
 */
export const DEVNULL: "devnull" = "devnull";

/**
 * For `stderr`: the same place as `stdout`.
 *
 * @group Subprocesses
 * @see Python's `asyncio.subprocess.STDOUT`
 * @example
 * await run(
 *   (function* (): Coroutine<void> {
 *     const process = yield* createSubprocessShell("echo oops >&2", { stdout: PIPE, stderr: STDOUT });
 *     const [output] = yield* process.communicate();
 *     console.log(new TextDecoder().decode(output).trim()); // oops
 *   })(),
 * );
 */
export const STDOUT: "stdout" = "stdout";

/**
 * Where a stream of a process leads; a number is a file descriptor of this process.
 *
 * @group Subprocesses
 */
export type Stdio = typeof PIPE | typeof DEVNULL | number;
