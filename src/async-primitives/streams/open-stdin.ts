import { readStdin } from "#network";
import type { Coroutine } from "../coroutine.ts";
import { checkOptions } from "../errors/check-options.ts";
import { getRunningLoop } from "../event-loop.ts";
import { StreamReader } from "./stream-reader.ts";

/**
 * The standard input of the process as a reader, be it a terminal, a pipe or a file. It is read until the loop ends, and
 * paused while nobody reads what has come. `limit` is the longest line it takes, in bytes; 64 KiB if left out.
 *
 * @throws NotImplementedError where there are no processes, as in a browser.
 * @throws RuntimeError when it has a reader already.
 * @group Streams
 * @see Python's `loop.connect_read_pipe(protocol_factory, sys.stdin)`
 * @example
 * function* main(): Coroutine<void> {
 *   const stdin = yield* openStdin();
 *   console.log("Type a line, quickly"); // Type a line, quickly
 *   const line = createTask(stdin.readline());
 *   yield* wait([line], { timeout: 0.1 });
 * }
 *
 * await run(main());
 */
export function* openStdin(options: { limit?: number | undefined } = {}): Coroutine<StreamReader> {
  checkOptions(options, "openStdin()");
  const loop = getRunningLoop();
  const reader = new StreamReader({ limit: options.limit, loop });
  readStdin(loop, reader);
  return reader;
}
