import type { Interruptible } from "../runnable.ts";
import { runInterruptibly } from "./sigint.ts";
import { watchCircles } from "./watch-circles.ts";
import { watchReuse } from "./watch-reuse.ts";

/**
 * Runs a task to its end, or until Ctrl-C; in debug mode it looks out for coroutines that are used twice, and for tasks that
 * wait for themselves.
 */
export function runMain<T>(task: Interruptible, run: () => Promise<T>): Promise<T> {
  return watchReuse(task, () => watchCircles(task, () => runInterruptibly(task, run)));
}
