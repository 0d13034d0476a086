import { RuntimeError } from "../errors/errors.ts";
import type { EventLoop } from "../event-loop.ts";

let running: EventLoop | undefined;

/** Says which loop has the thread; answers with the one that had it before. */
export function enterLoop(loop: EventLoop | undefined): EventLoop | undefined {
  const previous = running;
  running = loop;
  return previous;
}

/** The loop that has the thread right now, or undefined. */
export function findRunningLoop(): EventLoop | undefined {
  return running;
}

/** For whoever is about to run a loop: throws when one has the thread already, which would have to stand still meanwhile. */
export function checkNoneRuns(): void {
  if (running === undefined) return;
  throw new RuntimeError(
    "This cannot be called inside a running event loop: await the coroutine with `yield*` instead",
  );
}

/**
 * The loop that runs the current coroutine or callback.
 *
 * @throws RuntimeError when no loop has the thread: at the top of a module, or in a native async function or
 *   event listener that the host called.
 * @see Python's `asyncio.get_running_loop()`
 * @example
 * await run(
 *   (function* (): Coroutine<void> {
 *     const start = getRunningLoop().time();
 *     yield* sleep(2);
 *     console.log(getRunningLoop().time() - start); // 2
 *   })(),
 * );
 */
export function getRunningLoop(): EventLoop {
  if (running === undefined) {
    throw new RuntimeError(
      "No running event loop. This only works inside a coroutine that a loop runs: start one with `await run(main())`",
    );
  }
  return running;
}
