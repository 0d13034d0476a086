import { attached } from "#host";
import type { Awaitable, Coroutine } from "../coroutine.ts";
import { CancelledError, RuntimeError } from "../errors/errors.ts";
import { BaseExceptionGroup } from "../errors/exception-group.ts";
import { CompositeFuture } from "../futures/composite-future.ts";
import type { Future } from "../futures/future.ts";
import { beginBlock, checkBlock } from "../loop/block.ts";
import { getRunningScheduler, type Scheduler } from "../loop/scheduler.ts";
import { currentTask, type Task, type TaskOptions } from "./task.ts";

const expected = "taskGroup() takes a generator function, as in function* (group) { ... }";

/** What task groups report to those who observe their loop. */
export type TaskGroupEvent =
  | { readonly kind: "scope opened"; readonly scope: TaskGroup }
  | { readonly kind: "scope joined"; readonly scope: TaskGroup; readonly task: Task<unknown> }
  /** `thrown` is what its block ends with; undefined if it ends well. */
  | { readonly kind: "scope closed"; readonly scope: TaskGroup; readonly thrown: unknown };

/**
 * The tasks of a `taskGroup` block.
 *
 * @group Tasks
 * @see Python's `asyncio.TaskGroup`
 */
export class TaskGroup {
  readonly #loop: Scheduler = getRunningScheduler();
  readonly #parent: Task<unknown>;
  readonly #tasks = new Set<Task<unknown>>();
  readonly #errors: unknown[] = [];
  #exiting = false;
  #aborting = false;
  #cancelledParent = false;
  #allDone: Future<void> | undefined;

  /** @internal */
  constructor() {
    const parent = currentTask();
    if (parent === undefined) {
      throw new RuntimeError("A task group works inside a task: use it in a coroutine");
    }
    this.#parent = parent;
    this.#loop.report?.<TaskGroupEvent>({ kind: "scope opened", scope: this });
  }

  /**
   * Starts a task that the block waits for.
   *
   * @throws RuntimeError when the group is finished, or shutting down because of an error.
   * @throws TypeError when it is not given a coroutine.
   */
  createTask<T>(coroutine: Coroutine<T>, options?: TaskOptions): Task<T> {
    if (attached(this).#exiting && this.#tasks.size === 0) {
      this.#refuse(coroutine, "is finished");
    }
    if (this.#aborting) {
      this.#refuse(coroutine, "is shutting down");
    }
    const task = this.#loop.createTask(coroutine, options) as Task<T>;
    this.#loop.report?.<TaskGroupEvent>({ kind: "scope joined", scope: this, task });
    // Also one that is done already, since it started at once: a failure must not cancel the parent in its midst.
    this.#tasks.add(task);
    task.addDoneCallback(() => this.#onTaskDone(task));
    // It started at once, and has cancelled the group before it belonged to it.
    if (this.#aborting && !task.done()) {
      task.cancel();
    }
    return task;
  }

  /**
   * Ends the group: cancels its tasks and its block, which then ends without an error of its own. Errors with which
   * tasks answer to that are thrown. Does nothing when the group is ending already.
   *
   * @see Python's `asyncio.TaskGroup.cancel()`, of 3.15
   */
  cancel(): void {
    if (attached(this).#aborting || (this.#exiting && this.#tasks.size === 0)) {
      return;
    }
    this.#abort();
    this.#cancelParent();
  }

  /** @internal Waits for all tasks, then throws what they, or the block, failed with. */
  *exit(...thrown: [] | [unknown]): Coroutine<void> {
    this.#exiting = true;
    const [error] = thrown;
    let cancellation = error instanceof CancelledError ? error : undefined;
    if (thrown.length > 0 && !this.#aborting) {
      this.#abort();
    }

    let last: CancelledError | undefined;
    while (this.#tasks.size > 0) {
      this.#allDone ??= new CompositeFuture<void>(this.#loop, this.#tasks, "task group");
      try {
        yield* this.#allDone;
      } catch (interruption) {
        if (!(interruption instanceof CancelledError)) {
          throw interruption;
        }
        last = interruption;
        if (!this.#aborting) {
          cancellation = interruption;
          this.#abort();
        }
      }
      this.#allDone = undefined;
    }

    if (this.#cancelledParent) {
      // What is left when the group's own request is taken back is somebody else's.
      cancellation = this.#parent.uncancel() === 0 ? undefined : (cancellation ?? last);
    }
    let outcome: Error | undefined = cancellation;
    if (thrown.length > 0 && !(error instanceof CancelledError)) {
      this.#errors.push(error);
    }
    if (this.#errors.length > 0) {
      outcome = new BaseExceptionGroup("unhandled errors in a TaskGroup", this.#errors);
      if (this.#parent.cancelling() > 0) {
        // Somebody else cancels the parent too: the next wait has to throw, since this one throws the group.
        this.#parent.uncancel();
        this.#parent.cancel();
      }
    }
    this.#loop.report?.<TaskGroupEvent>({ kind: "scope closed", scope: this, thrown: outcome });
    if (outcome !== undefined) {
      throw outcome;
    }
  }

  #refuse(coroutine: Coroutine<unknown>, reason: string): never {
    coroutine?.return?.(undefined);
    throw new RuntimeError(`This task group ${reason}: it takes no more tasks`);
  }

  #abort(): void {
    this.#aborting = true;
    for (const task of this.#tasks) {
      if (!task.done()) {
        task.cancel();
      }
    }
  }

  #onTaskDone(task: Task<unknown>): void {
    this.#tasks.delete(task);
    if (this.#tasks.size === 0 && this.#allDone?.done() === false) {
      this.#allDone.setResult();
    }
    if (task.cancelled()) {
      return;
    }
    const exception = task.exception();
    if (exception === undefined) {
      return;
    }
    this.#errors.push(exception);
    if (this.#parent.done()) {
      this.#loop.callExceptionHandler({
        message: `${task} has failed, but its parent ${this.#parent} is done already`,
        exception,
        task,
      });
    } else if (!this.#aborting && !this.#cancelledParent) {
      this.#abort();
      this.#cancelParent();
    }
  }

  #cancelParent(): void {
    this.#cancelledParent = true;
    this.#parent.cancel();
  }
}

/**
 * Runs a block that starts tasks, and waits for all of them before it ends. When one fails the others are
 * cancelled, and all errors are thrown together. When `group.cancel()` ends the block early, the answer is undefined.
 *
 * @throws ExceptionGroup when tasks, or the block, have failed.
 * @throws RuntimeError when it is used outside of a task.
 * @group Tasks
 * @see Python's `async with asyncio.TaskGroup():`
 * @example
 * function* main(): Coroutine<string> {
 *   return yield* taskGroup(function* (group) {
 *     const soup = group.createTask(sleep(2, "soup"));
 *     const bread = group.createTask(sleep(1, "bread"));
 *     return `${yield* soup} and ${yield* bread}`;
 *   });
 * }
 *
 * console.log(await run(main())); // soup and bread
 */
export function* taskGroup<T>(body: (group: TaskGroup) => Awaitable<T>): Coroutine<T> {
  checkBlock(body, expected);
  const group = new TaskGroup();
  let result: T;
  try {
    result = yield* beginBlock(expected, body, group);
  } catch (error) {
    yield* group.exit(error);
    return undefined as T;
  }
  yield* group.exit();
  return result;
}
