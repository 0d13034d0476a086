import { attached, cancellable, genuineContext, genuineCoroutine, storesHere, textOf } from "#host";
import { type Context, copyContext, enterContext } from "../context-var.ts";
import {
  type Coroutine,
  end,
  isAwaitable,
  isCoroutine,
  offer,
  refuseReuse,
  refuseSharing,
  type Suspension,
  take,
} from "../coroutine.ts";
import { describe } from "../errors/describe.ts";
import { CancelledError, RuntimeError } from "../errors/errors.ts";
import { exceptionOf } from "../errors/exception-of.ts";
import { lookUp } from "../errors/look-up.ts";
import { Future, FutureSuspension } from "../futures/future.ts";
import { UnretrievedException } from "../futures/unretrieved-exception.ts";
import { Handle } from "../loop/handle.ts";
import type { Stores } from "../loop/runnable.ts";
import { findRunningScheduler, getRunningScheduler, type Scheduler } from "../loop/scheduler.ts";
import type { Linked, LinkedList } from "../structures/linked-list.ts";
import { cancelOnAbort } from "./cancel-on-abort.ts";

/**
 * How a task is called, and where and when it runs.
 *
 * @group Tasks
 */
export interface TaskOptions {
  /** What the task is called in messages and views; `Task-1`, `Task-2`... if left out. */
  name?: string | undefined;
  /** Where the coroutine runs; a copy of the current context if left out. */
  context?: Context | undefined;
  /** Runs the coroutine at once, up to its first wait, instead of in the next iteration of the loop. */
  eagerStart?: boolean | undefined;
  /** Cancels the task when it is aborted: the reason is the cause of the CancelledError. */
  signal?: AbortSignal | undefined;
}

/** What tasks report to those who observe their loop. */
export type TaskEvent =
  | { readonly kind: "task created"; readonly task: Task<unknown> }
  | { readonly kind: "step began"; readonly task: Task<unknown> }
  | { readonly kind: "step ended"; readonly task: Task<unknown> }
  /** `on` is undefined when the task only gives up its turn. */
  | { readonly kind: "task waits"; readonly task: Task<unknown>; readonly on: Future<unknown> | undefined }
  | { readonly kind: "task done"; readonly task: Task<unknown> };

let created = 0;
let current: Task<unknown> | undefined;

/**
 * A coroutine that runs by itself, driven by the loop. While it waits for a future, that future is its waiter;
 * when the waiter is done, the loop resumes the coroutine for one more step.
 *
 * Make one with `createTask`.
 *
 * @group Tasks
 * @see Python's `asyncio.Task`
 * @example
 * await run(
 *   (function* (): Coroutine<void> {
 *     const task = createTask(sleep(60), { name: "long nap" });
 *     yield* sleep(1);
 *     task.cancel();
 *     yield* wait([task]);
 *     console.log(String(task)); // <Task 'long nap' cancelled>
 *   })(),
 * );
 */
export class Task<T> extends Future<T> implements Linked {
  /** @internal Its neighbours in the loop's list of tasks. */
  older: Linked | undefined;
  /** @internal */
  newer: Linked | undefined;

  /** @internal */
  readonly stores: Stores | undefined = storesHere();
  readonly #coroutine: Coroutine<T>;
  #name: string | number;
  readonly #context: Context;
  #waiter: Future<unknown> | undefined;
  #mustCancel = false;
  /** Whether the coroutine is its own. Who comes second goes the same way, and hears at the end that it was too late. */
  #isFirst = false;
  #cancelRequests = 0;

  /** @throws TypeError when it is not given a coroutine. */
  constructor(coroutine: Coroutine<T>, options?: TaskOptions & { loop?: Scheduler | undefined }) {
    if (!isCoroutine(coroutine)) {
      const hint = isAwaitable(coroutine) ? ": give it to ensureFuture()" : "";
      throw new TypeError(`A task takes a coroutine, got ${describe(coroutine)}${hint}`);
    }
    super(options);
    const loop = this.getLoop();
    this.#coroutine = genuineCoroutine(coroutine);
    offer(coroutine);
    this.#name = options?.name === undefined ? ++created : textOf(options.name);
    this.#context = genuineContext(options?.context) ?? copyContext();
    loop.report?.<TaskEvent>({ kind: "task created", task: this });
    if (options?.signal != null) {
      cancelOnAbort(this, options.signal);
    }
    if (options?.eagerStart && findRunningScheduler() === loop) {
      this.#context.run(() => {
        loop.tasks.add(this);
        this.run();
      });
    } else {
      loop.schedule(this);
      loop.tasks.add(this);
    }
  }

  override get kind(): string {
    return "Task";
  }

  /** What it is called. */
  getName(): string {
    return typeof this.#name === "number" ? `Task-${this.#name}` : this.#name;
  }

  /** Calls it something else. */
  setName(name: string): void {
    attached(this).#name = textOf(name);
  }

  /** The coroutine that it runs. */
  getCoro(): Coroutine<T> {
    return this.#coroutine;
  }

  /** The context in which its coroutine runs. */
  getContext(): Context {
    return this.#context;
  }

  /** The future that it waits for, if it waits for one. */
  get waitingFor(): Future<unknown> | undefined {
    return this.#waiter?.done() ? undefined : this.#waiter;
  }

  /** @throws RuntimeError always: the coroutine alone says how its task ends. */
  override setResult(_result: T): never {
    refuseOutcome("setResult()");
  }

  /** @throws RuntimeError always: the coroutine alone says how its task ends. */
  override setException(_exception: unknown): never {
    refuseOutcome("setException()");
  }

  /**
   * Asks the task to end: throws a CancelledError into its coroutine, where it waits, at its next step. The
   * coroutine may clean up, or refuse by catching it, so the task is not cancelled before its end.
   *
   * @param message What the CancelledError says. An error is its cause, and its message is that of the error.
   * @returns false when it was already done.
   * @throws RuntimeError in Node, when it waits for itself by way of others.
   */
  override cancel(message?: string | Error): boolean {
    if (attached(this).done()) {
      return super.cancel();
    }
    this.tellCancel();
    this.#cancelRequests++;
    // The waiter stays: it may be a task that refuses, and would have to be cancelled again.
    if (cancellable(this.#waiter)?.cancel(message)) {
      return true;
    }
    this.#mustCancel = true;
    this.cancelMessage = message;
    return true;
  }

  /** How many requests to cancel it have come and were not taken back. */
  cancelling(): number {
    return attached(this).#cancelRequests;
  }

  /**
   * Takes back one request to cancel, for whoever made it and has dealt with it.
   *
   * @returns How many are left.
   */
  uncancel(): number {
    if (attached(this).#cancelRequests > 0 && --this.#cancelRequests === 0) {
      this.#mustCancel = false;
    }
    return this.#cancelRequests;
  }

  override toString(): string {
    return super.toString().replace("<Task", `<Task '${this.getName()}'`);
  }

  /**
   * @internal Takes one step: resumes the coroutine until it waits again, or ends.
   * @param misuse What to throw because the coroutine yielded something that cannot be waited for.
   */
  run(misuse?: Error): void {
    const loop = this.getLoop();
    const previous = current;
    const outside = enterContext(this.#context);
    current = this;
    loop.report?.<TaskEvent>({ kind: "step began", task: this });
    try {
      this.#advance(misuse);
    } finally {
      current = previous;
      enterContext(outside);
      loop.report?.<TaskEvent>({ kind: "step ended", task: this });
      if (this.done()) {
        loop.report?.<TaskEvent>({ kind: "task done", task: this });
      }
    }
  }

  #advance(misuse: Error | undefined): void {
    let step: IteratorResult<Suspension | undefined, T>;
    const coroutine = this.#coroutine;
    try {
      this.#isFirst ||= take(coroutine);
      step = this.#resume(misuse);
      if (step.done) {
        end(coroutine);
      } else if (this.#isFirst) {
        checkAlone(coroutine, step.value as FutureSuspension | undefined);
      }
    } catch (error) {
      coroutine[Symbol.iterator] = refuseReuse;
      this.#throw(exceptionOf("Task", error));
      return;
    }
    if (step.done) {
      this.#return(step.value);
    } else {
      this.#suspend(step.value);
    }
  }

  #resume(misuse: Error | undefined): IteratorResult<Suspension | undefined, T> {
    const waiter = this.#waiter;
    this.#waiter = undefined;
    if (this.#mustCancel && this.#isFirst) {
      this.#mustCancel = false;
      return this.#coroutine.throw(cancellationOf(waiter) ?? this.makeCancelledError());
    }
    if (misuse !== undefined) {
      return this.#coroutine.throw(misuse);
    }
    return this.#coroutine.next();
  }

  #return(result: T): void {
    if (this.#mustCancel) {
      this.settle("cancelled");
    } else {
      this.settle("finished", result);
    }
  }

  #throw(error: unknown): void {
    if (error instanceof CancelledError) {
      this.cancelMessage = undefined;
      this.settle("cancelled", error);
    } else {
      this.settle("failed", new UnretrievedException(this, error));
    }
  }

  /** @internal */
  override settle(...ending: Parameters<Future<T>["settle"]>): void {
    this.getLoop().tasks.delete(this);
    super.settle(...ending);
  }

  #suspend(yielded: Suspension | undefined): void {
    const loop = this.getLoop();
    const misuse = misuseOf(yielded, this);
    if (misuse !== undefined) {
      const error = new RuntimeError(`Task '${this.getName()}' ${misuse}`);
      loop.schedule(new Handle(loop, () => this.run(error), []));
      return;
    }
    const waiter = (yielded as FutureSuspension | undefined)?.future;
    loop.report?.<TaskEvent>({ kind: "task waits", task: this, on: waiter });
    if (waiter === undefined) {
      loop.schedule(this);
      return;
    }
    (yielded as FutureSuspension).busy = this.#coroutine;
    waiter.wake(this);
    this.#waiter = waiter;
    if (this.#mustCancel && this.#isFirst && waiter.cancel(this.cancelMessage)) {
      this.#mustCancel = false;
    }
  }
}

/**
 * Throws if a coroutine has come to where that of another task waits, inside of a third: nothing is thrown into that one,
 * which would end it.
 */
function checkAlone(coroutine: Coroutine<unknown>, suspension: FutureSuspension | undefined): void {
  if (suspension?.busy && suspension.busy !== coroutine) {
    refuseSharing();
  }
}

function refuseOutcome(call: string): never {
  throw new RuntimeError(`Task does not support ${call}: it ends with what its coroutine returns or throws`);
}

function cancellationOf(waiter: Future<unknown> | undefined): CancelledError | undefined {
  if (waiter?.cancelled()) {
    return waiter.makeCancelledError();
  }
  const exception = waiter?.exception();
  return exception instanceof CancelledError ? exception : undefined;
}

/** Why a task cannot wait for what its coroutine yielded; undefined if it can. */
function misuseOf(yielded: unknown, task: Task<unknown>): string | undefined {
  if (yielded === undefined) {
    return undefined;
  }
  if (yielded instanceof FutureSuspension) {
    const { future } = yielded;
    if (future === task) {
      return "cannot await itself: it would never end";
    }
    if (future.getLoop() === task.getLoop()) {
      return undefined;
    }
    return `got a ${future.kind} of a different loop: create it on the loop that awaits it`;
  }
  const what = describe(yielded);
  return isAwaitable(yielded)
    ? `yielded ${what}: write \`yield* f()\`, not \`yield f()\`, and \`gather(...all)\`, not \`gather(all)\``
    : `cannot await ${what}`;
}

/**
 * The task whose step is running, or undefined in a plain callback.
 *
 * @throws RuntimeError when no loop is given and none is running.
 * @group Tasks
 * @see Python's `asyncio.current_task()`
 * @example
 * function* introduce(): Coroutine<void> {
 *   console.log(`I am ${currentTask()?.getName()}`); // I am tea
 * }
 *
 * await run(
 *   (function* (): Coroutine<void> {
 *     yield* createTask(introduce(), { name: "tea" });
 *   })(),
 * );
 */
export function currentTask(loop: Scheduler = getRunningScheduler()): Task<unknown> | undefined {
  return current?.getLoop() === loop ? current : undefined;
}

/**
 * The tasks of a loop that are not done.
 *
 * @throws RuntimeError when no loop is given and none is running.
 * @group Tasks
 * @see Python's `asyncio.all_tasks()`
 * @example
 * await run(
 *   (function* (): Coroutine<void> {
 *     createTask(sleep(1));
 *     console.log(allTasks().size); // 2
 *   })(),
 * );
 */
export function allTasks(loop?: Scheduler | null): Set<Task<unknown>> {
  return new Set(lookUp(loop ?? getRunningScheduler(), "tasks") as LinkedList<Task<unknown>>);
}

/**
 * Starts a coroutine in the background: it takes its first step in the next iteration of the loop. In Node it finds
 * in each `AsyncLocalStorage` what is there at this call, whoever wakes the loop later.
 *
 * @throws RuntimeError when no loop is running.
 * @throws TypeError when it is not given a coroutine.
 * @group Tasks
 * @see Python's `asyncio.create_task()`
 * @example
 * function* cook(dish: string): Coroutine<string> {
 *   yield* sleep(1);
 *   return `${dish} is ready`;
 * }
 *
 * await run(
 *   (function* (): Coroutine<void> {
 *     const soup = createTask(cook("soup"), { name: "soup" });
 *     console.log(yield* cook("bread")); // bread is ready
 *     console.log(yield* soup); // soup is ready
 *   })(),
 * );
 */
export function createTask<T>(coroutine: Coroutine<T>, options?: TaskOptions): Task<T> {
  return getRunningScheduler().createTask(coroutine, options) as Task<T>;
}
