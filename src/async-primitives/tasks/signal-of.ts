import { genuineTask } from "#host";
import { checkInstance } from "../errors/check-instance.ts";
import { RuntimeError } from "../errors/errors.ts";
import { abortReason } from "../futures/abort-reason.ts";
import { currentTask, Task } from "./task.ts";

const controllers = new WeakMap<Task<unknown>, AbortController>();

/**
 * A signal that is aborted at the next request to cancel a task, for code that takes a signal: `fetch`, an event
 * listener, a timer of Node. Its reason is an `AbortError` with the message of `cancel("why")`, or that of the signal
 * that was the task's own.
 *
 * A task may live on after a request to cancel it, for instance when a timeout around a part of its work has ended that
 * part. So a signal stands for one request: ask for another one after that.
 *
 * @throws RuntimeError when no task is given and none is running.
 * @throws TypeError when it is not given a task.
 * @group Tasks
 * @see Python has no signals: it cancels nothing but tasks
 * @example
 * function* main(): Coroutine<void> {
 *   const signal = signalOf();
 *   signal.addEventListener("abort", () => console.log(signal.reason.message)); // closing time
 *   yield* sleep(60);
 * }
 *
 * await run(
 *   (function* (): Coroutine<void> {
 *     const task = createTask(main());
 *     yield* sleep(1);
 *     task.cancel("closing time");
 *     yield* wait([task]);
 *   })(),
 * );
 */
export function signalOf(task: Task<unknown> | undefined = currentTask()): AbortSignal {
  if (task === undefined) {
    throw new RuntimeError("signalOf() takes a task when it is called outside of one");
  }
  checkInstance(task, Task, "signalOf() takes a task");
  genuineTask(task);
  let controller = controllers.get(task);
  if (controller === undefined) {
    passRequestsOn(task);
  }
  if (controller === undefined || controller.signal.aborted) {
    controller = new AbortController();
    controllers.set(task, controller);
  }
  return controller.signal;
}

/** Only here, and not in each task: most have no signal, and a program without any need not carry this. */
function passRequestsOn(task: Task<unknown>): void {
  const { cancel } = task;
  task.cancel = (message) => {
    const accepted = cancel.call(task, message);
    if (accepted) {
      controllers.get(task)?.abort(abortReason(message));
    }
    return accepted;
  };
}
