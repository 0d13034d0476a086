import type { Task } from "../tasks/task.ts";

/**
 * The tasks of a loop that are not done, in the order in which they were created. A chain through the tasks
 * themselves: of a million tasks any one leaves it as cheaply as the only one, and a Set costs three times that.
 */
export class TaskList {
  #oldest: Task<unknown> | undefined;
  #newest: Task<unknown> | undefined;

  add(task: Task<unknown>): void {
    task.older = this.#newest;
    if (this.#newest === undefined) this.#oldest = task;
    else this.#newest.newer = task;
    this.#newest = task;
  }

  delete(task: Task<unknown>): void {
    const { older, newer } = task;
    if (older === undefined) this.#oldest = newer;
    else older.newer = newer;
    if (newer === undefined) this.#newest = older;
    else newer.older = older;
    task.older = undefined;
    task.newer = undefined;
  }

  *[Symbol.iterator](): IterableIterator<Task<unknown>> {
    for (let task = this.#oldest; task !== undefined; task = task.newer) yield task;
  }
}
