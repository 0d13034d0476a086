/**
 * A pipe to the process, to be read or written as a stream.
 *
 * @see Python's `asyncio.subprocess.PIPE`
 */
export const PIPE = "pipe";

/**
 * Nothing to read, nowhere to write.
 *
 * @see Python's `asyncio.subprocess.DEVNULL`
 */
export const DEVNULL = "devnull";

/**
 * For `stderr`: the same place as `stdout`.
 *
 * @see Python's `asyncio.subprocess.STDOUT`
 */
export const STDOUT = "stdout";

/** Where a stream of a process leads; a number is a file descriptor of this process. */
export type Stdio = typeof PIPE | typeof DEVNULL | number;
