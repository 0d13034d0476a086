import type { Awaitable } from "../coroutine.ts";
import type { Interruptible, Runnable, Stores } from "./runnable.ts";

/** Runs a task to its end, or until Ctrl-C, where the host has signals. */
export function runMain<T>(_task: Interruptible, run: () => Promise<T>): Promise<T> {
  return run();
}

/** The stores of this place of the program, where the host keeps any. */
export function storesHere(): Stores | undefined {
  return;
}

/** The stores of whoever calls. */
export function storesOfCaller(): Stores | undefined {
  return;
}

/** Runs something with its own stores. */
export function runInStores(runnable: Runnable): void {
  runnable.run();
}

// What follows is for values that nobody hands in but a mock, a proxy or a broken class: Node looks at them. In a browser
// each byte counts, and a bundler leaves out a function that answers with what it is given.

/** What `yield*` takes in the place of an awaitable of whoever's making. */
export function awaited<T>(awaitable: Awaitable<T>): Awaitable<T> {
  return awaitable;
}

/** A coroutine, and no proxy of one. */
export function genuineCoroutine<C>(coroutine: C): C {
  return coroutine;
}

/** A promise, and no proxy of one. */
export function genuinePromise<P>(promise: P): P {
  return promise;
}

/** What can be iterated over. */
export function listed<T>(items: Iterable<T>): Iterable<T> {
  return items;
}

/** A function that can be called. */
export function callable<F>(callback: F): F {
  return callback;
}

/** A clock that tells the time. */
export function genuineClock<C>(clock: C): C {
  return clock;
}

/** A context, and no proxy of one. */
export function genuineContext<C>(context: C): C {
  return context;
}

/** A loop, and no proxy of one. */
export function genuineLoop<L>(loop: L): L {
  return loop;
}

/** A list that can be gone through, and no proxy of one. */
export function genuineList<I>(items: I): I {
  return items;
}

/** An iterator that answers, and no proxy of an asynchronous generator. */
export function genuineSteps<I>(iterator: I): I {
  return iterator;
}

/** What an asynchronous iterator answers with, an object. */
export function genuineStep<S>(step: S): S {
  return step;
}

/** An AbortSignal, and no proxy of one. */
export function genuineSignal<S>(signal: S): S {
  return signal;
}

/** The object that a method belongs to. */
export function attached<O>(object: O): O {
  return object;
}

/** An object of a class, and neither a proxy of one nor what inherits from one. */
export function original<O>(object: O): O {
  return object;
}

/** A future, and no proxy of one. */
export function genuineFuture<F>(future: F): F {
  return future;
}

/** A job that an executor has begun. */
export function genuineJob<J>(job: J): J {
  return job;
}

/** What an exception handler is told. */
export function genuineReport<R>(report: R): R {
  return report;
}

/** A task, and no proxy of one. */
export function genuineTask<T>(task: T): T {
  return task;
}

/** An object that can be read. */
export function legible<O>(object: O): O {
  return object;
}

/** A value as text. */
export function textOf(value: unknown): string {
  return String(value);
}

/** What a task waits for, to be cancelled at once, and not in a circle. */
export function cancellable<W>(waiter: W): W {
  return waiter;
}
