import { Lock } from "../../async-primitives/locks/lock.ts";
import { Semaphore } from "../../async-primitives/locks/semaphore.ts";
import { findRunningScheduler } from "../../async-primitives/loop/scheduler.ts";
import { currentTask, type Task } from "../../async-primitives/tasks/task.ts";
import { aroundMethod } from "./around-method.ts";

/** What tasks hold, and others wait for. */
export type Holdable = Lock | Semaphore;

export function isHoldable(thing: unknown): thing is Holdable {
  return thing instanceof Lock || thing instanceof Semaphore;
}

/** Which task holds which lock: the library lets anybody release one, and asks nobody who it is. */
export class LockHolders {
  readonly #holders = new WeakMap<Holdable, Task<unknown>[]>();
  /** Called after one is taken or given back. */
  onChange: (lock: Holdable) => void = () => {};

  /**
   * Notes what tasks take and give back from now on.
   *
   * @returns A function that ends it.
   */
  watch(): () => void {
    const stops: (() => void)[] = [];
    const note = (lock: Holdable, change: (holders: Task<unknown>[]) => void) => this.#note(lock, change);
    for (const { prototype } of [Lock, Semaphore]) {
      const stopTaking = aroundMethod(
        prototype,
        "acquire",
        (original) =>
          function* acquire(this: Holdable) {
            const acquired = yield* original.call(this as never);
            note(this, take);
            return acquired;
          },
      );
      const stopGiving = aroundMethod(
        prototype,
        "release",
        (original) =>
          function release(this: Holdable) {
            original.call(this as never);
            note(this, giveBack);
          },
      );
      stops.push(stopTaking, stopGiving);
    }
    return () => {
      for (const stop of stops) {
        stop();
      }
    };
  }

  /** Who came first comes first. A task that took several permits is there several times. */
  of(lock: Holdable): readonly Task<unknown>[] {
    return this.#holders.get(lock) ?? [];
  }

  #note(lock: Holdable, change: (holders: Task<unknown>[]) => void): void {
    let holders = this.#holders.get(lock);
    if (holders === undefined) {
      holders = [];
      this.#holders.set(lock, holders);
    }
    change(holders);
    this.onChange(lock);
  }
}

function take(holders: Task<unknown>[]): void {
  const task = whoRuns();
  if (task !== undefined) {
    holders.push(task);
  }
}

/** What a task gives back that holds nothing, it gives back for the one who came first. */
function giveBack(holders: Task<unknown>[]): void {
  const own = holders.lastIndexOf(whoRuns() as Task<unknown>);
  holders.splice(Math.max(own, 0), 1);
}

/** A lock can be released where no loop runs. */
function whoRuns(): Task<unknown> | undefined {
  const loop = findRunningScheduler();
  return loop && currentTask(loop);
}
