import { attached, genuineContext, genuineFuture, genuineLoop, legible } from "#host";
import { type Context, copyContext } from "../context-var.ts";
import type { Coroutine, Suspension } from "../coroutine.ts";
import { CancelledError, InvalidStateError, RuntimeError } from "../errors/errors.ts";
import { newCancelledError } from "../errors/new-cancelled-error.ts";
import { checkCallback, DoneCallback } from "../loop/handle.ts";
import type { Runnable } from "../loop/runnable.ts";
import { getRunningScheduler, type Scheduler } from "../loop/scheduler.ts";
import { UnretrievedException } from "./unretrieved-exception.ts";

type State = "pending" | "cancelled" | "finished" | "failed";

/** The function, or the method of a lock, queue, process or the like, that waits for a future of its own. */
export type FutureName =
  | "acquire"
  | "asCompleted"
  | "createSubprocessExec"
  | "createSubprocessShell"
  | "drain"
  | "fromPromise"
  | "gather"
  | "get"
  | "put"
  | "read"
  | "runInExecutor"
  | "serveForever"
  | "shield"
  | "sleep"
  | "task group"
  | "wait"
  | "waitClosed";

/** What futures report to those who observe their loop. */
export type FutureEvent =
  /**
   * A coroutine has come to a point where it waits, and its task does not know yet. An observer that looks at the
   * stack sees that point, and all the coroutines that led there. `on` is undefined for a sleep that only gives up
   * its turn; a bare `yield` goes without.
   */
  | { readonly kind: "wait reached"; readonly on: Future<unknown> | undefined }
  /**
   * What a future of the library stands for, told when it is made. `of` are the futures that it depends on, or the
   * lock, queue, process or the like to which it belongs.
   */
  | {
      readonly kind: "future named";
      readonly future: Future<unknown>;
      readonly name: FutureName;
      readonly of: Iterable<Future<unknown>> | object | undefined;
    }
  /** Looking at the failure here does not count as looking at the exception. */
  | {
      readonly kind: "future done";
      readonly future: Future<unknown>;
      readonly failure: { readonly exception: unknown } | undefined;
    }
  /** Somebody called `cancel()` while it was not done. Whom it passes the request on to follows at once. */
  | { readonly kind: "cancel requested"; readonly future: Future<unknown> };

/**
 * A result that is not there yet. Coroutines wait for it with `yield*`, native code with `await`, callbacks
 * with `addDoneCallback`.
 *
 * @group Futures
 * @see Python's `asyncio.Future`
 * @example
 * const answer = await run(
 *   (function* (): Coroutine<string> {
 *     const loop = getRunningLoop();
 *     const future = loop.createFuture<string>();
 *     loop.callLater(1, () => future.setResult("done"));
 *     return yield* future;
 *   })(),
 * );
 * console.log(answer); // done
 */
export class Future<T> implements PromiseLike<T> {
  readonly #loop: Scheduler;
  #state: State = "pending";
  /** The result, the `UnretrievedException`, or the CancelledError that ended a task. */
  #outcome: unknown;
  /** Who waits for it. A set only when there are several: mostly there is one, and a million sets take room. */
  #waiting: Runnable | Set<Runnable> | undefined;
  /** @internal What the last request to cancel it said. */
  cancelMessage: string | Error | undefined;

  /**
   * @param options.loop The loop that it belongs to; the running one if left out.
   * @throws RuntimeError when there is neither.
   */
  constructor(options?: { loop?: Scheduler | undefined }) {
    this.#loop = genuineLoop(legible(options)?.loop ?? getRunningScheduler());
  }

  /** @internal What it is called in messages. */
  get kind(): string {
    return "Future";
  }

  /** The loop that it belongs to. */
  getLoop(): Scheduler {
    return this.#loop;
  }

  /** Whether it has a result or an exception, or was cancelled. */
  done(): boolean {
    return this.#state !== "pending";
  }

  /** Whether it was cancelled. */
  cancelled(): boolean {
    return this.#state === "cancelled";
  }

  /**
   * The result.
   *
   * @throws The exception that was set.
   * @throws CancelledError when it was cancelled.
   * @throws InvalidStateError when it is not done.
   */
  result(): T {
    if (attached(this).#state === "finished") {
      return this.#outcome as T;
    }
    throw this.exception();
  }

  /**
   * The exception that was set, or undefined if there is a result.
   *
   * @throws CancelledError when it was cancelled.
   * @throws InvalidStateError when it is not done.
   */
  exception(): unknown {
    if (!attached(this).done()) {
      throw new InvalidStateError(
        `This ${this.kind} is not done: wait for it with \`yield*\`, or ask done() first`,
      );
    }
    if (this.cancelled()) {
      throw this.makeCancelledError();
    }
    return this.#state === "failed" ? (this.#outcome as UnretrievedException).retrieve() : undefined;
  }

  /**
   * Ends it with a result, and schedules its callbacks.
   *
   * @throws InvalidStateError when it is already done.
   */
  setResult(result: T): void {
    attached(this).checkPending("setResult()");
    this.settle("finished", result);
  }

  /**
   * Ends it with an exception, and schedules its callbacks.
   *
   * @throws InvalidStateError when it is already done.
   */
  setException(exception: unknown): void {
    attached(this).checkPending("setException()");
    this.settle("failed", new UnretrievedException(this, exception));
  }

  /**
   * Ends it at once, and schedules its callbacks: whoever waits for it gets a CancelledError.
   *
   * @param message What the CancelledError says. An error is its cause, and its message is that of the error.
   * @returns false when it was already done.
   */
  cancel(message?: string | Error): boolean {
    if (attached(this).#state === "failed") {
      (this.#outcome as UnretrievedException).retrieve();
    }
    if (this.done()) {
      return false;
    }
    this.tellCancel();
    this.cancelMessage = message;
    this.settle("cancelled");
    return true;
  }

  /**
   * Has a callback called by the loop, with this future, once it is done: never at once, even if it is done.
   *
   * @param options.context Where the callback runs; a copy of the current context if left out.
   */
  addDoneCallback(callback: (future: Future<T>) => void, options?: { context?: Context | undefined }): void {
    checkCallback(callback);
    attached(this).subscribe(callback, genuineContext(legible(options)?.context));
  }

  /** Takes a callback back, however often it was added. Answers how often that was. */
  removeDoneCallback(callback: (future: Future<T>) => void): number {
    let removed = 0;
    for (const sleeper of this.#waiting instanceof Set ? this.#waiting : [this.#waiting]) {
      if (!(sleeper instanceof DoneCallback && sleeper.calls(callback))) {
        continue;
      }
      this.unsubscribe(sleeper);
      removed++;
    }
    return removed;
  }

  /** Waits for it in a coroutine: `yield* future`. */
  [Symbol.iterator](): Iterator<Suspension, T, void> {
    return new FutureSuspension(#loop in this ? this : genuineFuture(this as Future<T>));
  }

  /** Waits for it in native code: `await future`. */
  // biome-ignore lint/suspicious/noThenProperty: being awaitable by native code is the point
  then<R = T, E = never>(
    onResult?: ((result: T) => R | PromiseLike<R>) | null,
    onException?: ((exception: unknown) => E | PromiseLike<E>) | null,
  ): Promise<R | E> {
    const loop = genuineFuture(this).#loop;
    return new Promise<T>((resolve, reject) => {
      const settle = () => {
        loop.resources.delete(waiting);
        try {
          resolve(this.result());
        } catch (exception) {
          reject(exception);
        }
      };
      // A loop that closes calls nobody back any more: whoever waits is told that there is nothing to wait for.
      const waiting = { release: settle };
      if (this.done() || loop.isClosed()) {
        settle();
      } else {
        loop.resources.add(waiting);
        this.addDoneCallback(settle);
      }
    }).then(onResult, onException);
  }

  toString(): string {
    return `<${this.kind} ${this.#state}>`;
  }

  /** @internal Tells observers what it stands for. */
  standsFor(name: FutureName, of?: object): this {
    this.#loop.report?.<FutureEvent>({ kind: "future named", future: this, name, of });
    return this;
  }

  /** @internal Schedules something once this is done. */
  wake(sleeper: Runnable): void {
    if (this.done()) {
      this.#loop.schedule(sleeper);
    } else if (this.#waiting === undefined) {
      this.#waiting = sleeper;
    } else if (this.#waiting instanceof Set) {
      this.#waiting.add(sleeper);
    } else {
      this.#waiting = new Set([this.#waiting, sleeper]);
    }
  }

  /** @internal Adds a callback for as long as somebody waits, who then leaves as cheaply as if there were no others. */
  subscribe(callback: (future: Future<T>) => void, context = copyContext()): Runnable {
    const sleeper = new DoneCallback(this.#loop, callback, this, context);
    this.wake(sleeper);
    return sleeper;
  }

  /** @internal Ends a subscription. Does nothing when the callback is scheduled already. */
  unsubscribe(sleeper: Runnable): void {
    if (this.#waiting === sleeper) {
      this.#waiting = undefined;
    } else if (this.#waiting instanceof Set) {
      this.#waiting.delete(sleeper);
    }
  }

  /**
   * @internal The CancelledError to throw for it. A task hands out the very one that ended it, but only once:
   * the same object thrown in two places would gather the stacks of both.
   */
  makeCancelledError(): CancelledError {
    const saved = this.#outcome;
    if (this.#state === "cancelled" && saved instanceof CancelledError) {
      this.#outcome = undefined;
      return saved;
    }
    return newCancelledError(this.cancelMessage, this.#loop.debug);
  }

  protected tellCancel(): void {
    this.#loop.report?.<FutureEvent>({ kind: "cancel requested", future: this });
  }

  protected settle(state: Exclude<State, "pending">, outcome?: unknown): void {
    this.#state = state;
    this.#outcome = outcome;
    const loop = this.#loop;
    loop.report?.<FutureEvent>({
      kind: "future done",
      future: this,
      failure: outcome instanceof UnretrievedException ? outcome : undefined,
    });
    const waiting = this.#waiting;
    if (waiting === undefined) {
      return;
    }
    this.#waiting = undefined;
    if (!(waiting instanceof Set)) {
      loop.schedule(waiting);
    } else {
      for (const sleeper of waiting) {
        loop.schedule(sleeper);
      }
    }
  }

  protected checkPending(operation: string): void {
    if (this.done()) {
      throw new InvalidStateError(
        `${operation} on a ${this.kind} that is ${this.#state}: a future is set once, ask done() first`,
      );
    }
  }
}

/**
 * The waiting for a future: `yield*` over the future iterates over this.
 *
 * @see Python's `Future.__await__()`
 */
export class FutureSuspension<T = unknown> implements Suspension, Iterator<Suspension, T, void> {
  declare readonly "a star: write `yield*`, not `yield`": true;
  /** What is waited for. */
  readonly future: Future<T>;
  /** @internal The coroutine whose task waits here; false before it does, undefined before the first suspension. */
  busy: Coroutine<unknown> | false | undefined;

  constructor(future: Future<T>) {
    this.future = future;
  }

  /** Asks first and suspends only if it must: a future that is done is answered at once. */
  next(): IteratorResult<Suspension, T> {
    if (this.future.done()) {
      return { done: true, value: this.future.result() };
    }
    if (this.busy === false) {
      throw new RuntimeError("A future was iterated outside of a task: wait for it with `yield*`");
    }
    if (this.busy === undefined) {
      this.busy = false;
      const loop = this.future.getLoop();
      loop.report?.<FutureEvent>({ kind: "wait reached", on: this.future });
    }
    return { done: false, value: this };
  }

  /** Ends the waiting with an error: a task does so to cancel its coroutine. */
  throw(error: unknown): never {
    throw error;
  }

  /** Ends the waiting without one, when its coroutine is closed. */
  return(value: T): IteratorReturnResult<T> {
    return { done: true, value };
  }
}

/**
 * Whether a value is a Future, or a Task, which is one.
 *
 * @group Futures
 * @see Python's `asyncio.isfuture()`
 * @example
 * const loop = new EventLoop();
 * console.log(isFuture(loop.createFuture())); // true
 * console.log(isFuture(Promise.resolve())); // false
 * loop.close();
 */
export function isFuture(value: unknown): value is Future<unknown> {
  return value instanceof Future;
}
