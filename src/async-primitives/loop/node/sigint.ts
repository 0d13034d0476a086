import { CancelledError } from "../../errors/errors.ts";
import { KeyboardInterrupt } from "../../errors/keyboard-interrupt.ts";
import { guard } from "../guard.ts";
import type { Interruptible } from "../runnable.ts";

/**
 * Cancels a task at the first SIGINT, which is Ctrl-C, while it runs, unless the program listens to the signal itself.
 * The second Ctrl-C ends the process as usual.
 *
 * @throws KeyboardInterrupt as a rejection, when the task was ended by it.
 */
export async function runInterruptibly<T>(task: Interruptible, run: () => Promise<T>): Promise<T> {
  if (typeof process.on !== "function" || process.listenerCount("SIGINT") > 0) {
    return run();
  }
  let interrupted = false;
  const interrupt = () => {
    process.off("SIGINT", interrupt);
    interrupted = true;
    guard(
      () => task.cancel(),
      (exception) => task.getLoop().callExceptionHandler({ message: "Exception in Ctrl-C", exception }),
    );
  };
  process.on("SIGINT", interrupt);
  try {
    return await run();
  } catch (error) {
    if (interrupted && error instanceof CancelledError && task.uncancel() === 0) {
      throw new KeyboardInterrupt("The run was interrupted with Ctrl-C");
    }
    throw error;
  } finally {
    process.off("SIGINT", interrupt);
  }
}
