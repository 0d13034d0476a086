import { genuineTask } from "#host";
import { checkInstance } from "../errors/check-instance.ts";
import { RuntimeError } from "../errors/errors.ts";
import { CompositeFuture } from "../futures/composite-future.ts";
import type { Future } from "../futures/future.ts";
import { allTasks, currentTask, Task } from "./task.ts";

/**
 * Says, in lines of text, what a task waits for and which tasks wait for it.
 *
 * @throws RuntimeError when no task is given and none is running.
 * @group Tasks
 * @see Python 3.14's `asyncio.format_call_graph()`
 * @example
 * await run(
 *   (function* (): Coroutine<void> {
 *     const tea = createTask(sleep(1), { name: "tea" });
 *     yield;
 *     console.log(formatCallGraph(tea).split("\n")[0]); // * Task 'tea'
 *   })(),
 * );
 */
export function formatCallGraph(task: Task<unknown> | undefined = currentTask()): string {
  if (task === undefined) {
    throw new RuntimeError("formatCallGraph() takes a task when it is called outside of one");
  }
  checkInstance(task, Task, "A call graph is that of a task");
  genuineTask(task);
  return lines(task, new Set()).join("\n");
}

/**
 * Prints what a task waits for and which tasks wait for it.
 *
 * @throws RuntimeError when no task is given and none is running.
 * @group Tasks
 * @see Python 3.14's `asyncio.print_call_graph()`
 * @example
 * function* main(): Coroutine<void> {
 *   const tea = createTask(sleep(1), { name: "tea" });
 *   createTask(drink(tea), { name: "guest" });
 *   yield;
 *   printCallGraph(tea);
 *   // * Task 'tea'
 *   //   + waits for a Future
 *   //   + awaited by:
 *   //     * Task 'guest'
 * }
 *
 * function* drink(tea: Task<void>): Coroutine<void> {
 *   yield* tea;
 * }
 *
 * await run(main());
 */
export function printCallGraph(task?: Task<unknown>): void {
  console.log(formatCallGraph(task));
}

function lines(task: Task<unknown>, path: Set<Task<unknown>>): string[] {
  const title = `* Task '${task.getName()}'`;
  if (path.has(task)) {
    return [`${title} (a cycle)`];
  }
  const waiter = task.waitingFor;
  const waits = waiter === undefined || waiter.kind === "Task" ? [] : [`  + waits for a ${waiter.kind}`];
  const awaiters = [...allTasks(task.getLoop())].filter((other) => waitsFor(other.waitingFor, task));
  const above = new Set(path).add(task);
  const graphs = awaiters.flatMap((awaiter) => lines(awaiter, above)).map((line) => `    ${line}`);
  return [title, ...waits, ...(graphs.length > 0 ? ["  + awaited by:", ...graphs] : [])];
}

/** @internal Whether a task that waits for a future waits for another one, be it through a gather, a group or a shield. */
export function waitsFor(waiter: Future<unknown> | undefined, future: Future<unknown>): boolean {
  if (waiter === future) {
    return true;
  }
  if (!(waiter instanceof CompositeFuture)) {
    return false;
  }
  for (const child of waiter.children) {
    if (waitsFor(child, future)) {
      return true;
    }
  }
  return false;
}
