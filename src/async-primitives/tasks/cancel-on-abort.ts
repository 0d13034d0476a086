import { genuineSignal } from "#host";
import { checkType } from "../errors/check-type.ts";
import { lookUp } from "../errors/look-up.ts";
import type { Future } from "../futures/future.ts";

/**
 * Cancels a task when a signal is aborted, or at once if it is already. Listens no longer than the task takes.
 *
 * @throws TypeError when it is not given a signal.
 */
export function cancelOnAbort(task: Future<unknown>, signal: AbortSignal): void {
  checkType(
    lookUp(genuineSignal(signal), "addEventListener"),
    "function",
    "A task takes an AbortSignal as signal",
  );
  const abort = () => task.getLoop().isClosed() || task.cancel(signal.reason);
  if (signal.aborted) {
    abort();
  } else {
    signal.addEventListener("abort", abort);
    task.addDoneCallback(() => signal.removeEventListener("abort", abort));
  }
}
