import { types } from "node:util";
import { Context } from "../../context-var.ts";
import { isCoroutine } from "../../coroutine.ts";
import { isInstance } from "../../errors/check-instance.ts";
import { checkMethods } from "../../errors/check-methods.ts";
import { checkType } from "../../errors/check-type.ts";
import { describe } from "../../errors/describe.ts";
import { listItems } from "../../errors/list-items.ts";
import { lookUp } from "../../errors/look-up.ts";
import { refuseClass } from "../../errors/refuse-class.ts";
import { standsForCollection } from "../../errors/stands-for-collection.ts";
import { findRunningScheduler } from "../scheduler.ts";

const nextOfGenerators: unknown = Object.getPrototypeOf(function* () {}).prototype.next;
const nextOfAsyncGenerators: unknown = Object.getPrototypeOf(async function* () {}).prototype.next;

/** @throws TypeError when it cannot be called: no function, a class, or a proxy that was revoked. */
export function callable<F>(callback: F): F {
  checkType(callback, "function", "A callback must be a plain function");
  refuseClass(callback, "A callback must be a plain function");
  return callback;
}

/** @throws TypeError when what calls itself a coroutine cannot be resumed, as a proxy of one. */
export function genuineCoroutine<C>(coroutine: C): C {
  if (types.isGeneratorObject(coroutine)) {
    return markable(coroutine);
  }
  if (!isCoroutine(coroutine)) {
    return coroutine;
  }
  const next = lookUp(coroutine, "next");
  // What has the language's own method and none of the state that it wants: a proxy, or what only inherits from one.
  if (typeof next !== "function" || next === nextOfGenerators) {
    throw new TypeError(
      "A coroutine is required, got what calls itself one and cannot be resumed: use the coroutine itself",
    );
  }
  return coroutine;
}

/** @throws TypeError when it calls itself a list, and has nothing to go through, as a proxy of a map. */
export function genuineList<I>(items: I): I {
  if (standsForCollection(items)) {
    throw new TypeError("A list is required, got what only stands for one: use the original");
  }
  return genuineCoroutine(items);
}

/** @throws TypeError when it calls itself an asynchronous generator and cannot be resumed, as a proxy of one. */
export function genuineSteps<I>(iterator: I): I {
  if (!types.isGeneratorObject(iterator) && lookUp(iterator, "next") === nextOfAsyncGenerators) {
    throw new TypeError(
      "An asynchronous iterator is required, got what only stands for one: use the original",
    );
  }
  return iterator;
}

/** @throws TypeError when it is what an asynchronous iterator must not answer with, as `for await` does. */
export function genuineStep<S>(step: S): S {
  if (Object(step) !== step) {
    throw new TypeError(
      `next() of an asynchronous iterator must answer with { done, value }, got ${describe(step)}`,
    );
  }
  return step;
}

/** @throws TypeError when it is no signal, or only a proxy of one. */
export function genuineSignal<S>(signal: S): S {
  if (typeof lookUp(signal, "aborted") !== "boolean") {
    throw new TypeError(`A task takes an AbortSignal as signal, got ${describe(signal)}`);
  }
  return signal;
}

/**
 * For methods that are handed over now and then without their object, as in `.then(future.setResult)`.
 *
 * @throws TypeError when there is none.
 */
export function attached<O>(object: O): O {
  if (object === undefined || object === null) {
    throw new TypeError(
      `A method was called without the object that it belongs to, on ${object}: call it as object.method(), or hand over () => object.method()`,
    );
  }
  return object;
}

/**
 * For methods that begin with what is private.
 *
 * @throws TypeError when there is no object, or an object is a proxy, or inherits from an instance: neither has what the class made.
 */
export function original<O>(object: O): O {
  const prototype: object | null = Object.getPrototypeOf(attached(object));
  if (
    types.isProxy(object) ||
    prototype === null ||
    !Object.hasOwn(prototype, "constructor") ||
    Object.hasOwn(object as object, "constructor")
  ) {
    throw new TypeError(`What only stands for ${describe(object)} has none of its state: use the original`);
  }
  return object;
}

/** @throws TypeError when it only stands for a promise, as a proxy does. */
export function genuinePromise<P>(promise: P): P {
  if (!types.isPromise(promise) && lookUp(promise, "then") === Promise.prototype.then) {
    throw new TypeError("A promise is required, got what only stands for one: use the promise itself");
  }
  return promise;
}

/** @throws TypeError when it tells no time, as a proxy of a clock whose time is private. */
export function genuineClock<C>(clock: C): C {
  checkMethods(clock, ["time", "wakeAt"], "A clock is required");
  if (!tellsTime(clock as { time(): unknown })) {
    throw new TypeError(`A clock is required whose time() is in seconds, got ${describe(clock)}`);
  }
  return clock;
}

function tellsTime(clock: { time(): unknown }): boolean {
  try {
    const time = clock.time();
    return typeof time === "number" && !Number.isNaN(time);
  } catch {
    return false;
  }
}

/** @throws TypeError when it is given and no context, or only a proxy of one. */
export function genuineContext<C>(context: C): C {
  const isGiven = context !== undefined && context !== null;
  if (
    isGiven &&
    !(isInstance(context, Context) && Object.hasOwn(context, "values") && !types.isProxy(context))
  ) {
    throw new TypeError(`A Context is required, as copyContext() makes it, got ${describe(context)}`);
  }
  return (context ?? undefined) as C;
}

/** @throws TypeError when it is no loop, or only a proxy of one. */
export function genuineLoop<L>(loop: L): L {
  return loop === findRunningScheduler() ? loop : genuine(loop, "isClosed", "A loop is required");
}

/** @throws TypeError when it is no future, or only a proxy of one. */
export function genuineFuture<F>(future: F): F {
  return genuine(future, "getLoop", "A Future is required");
}

/** @throws TypeError when it is no task, or only a proxy of one. */
export function genuineTask<T>(task: T): T {
  return genuine(task, "getCoro", "A Task is required");
}

/** @throws TypeError when it is no job that an executor has begun. */
export function genuineJob<J>(job: J): J {
  checkMethods(job, ["wrap"], "submit() of an executor must answer with a job");
  return job;
}

/** @throws TypeError when it is nothing that a message can be read of. */
export function genuineReport<R>(report: R): R {
  if (typeof report !== "object" || report === null) {
    throw new TypeError(
      `An exception handler is told an object with a message, as { message, exception }, got ${describe(report)}`,
    );
  }
  return legible(report);
}

/** @throws TypeError when nothing can be read of an object: it is a proxy that was revoked. */
export function legible<O>(object: O): O {
  try {
    void (object as { loop?: unknown } | undefined)?.loop;
  } catch {
    throw new TypeError(`An object that can be read is required, got ${describe(object)}`);
  }
  return object;
}

/** @throws TypeError when it cannot be iterated over, though it has `Symbol.iterator`. */
export function listed<T>(items: Iterable<T>): Iterable<T> {
  return listItems(items, "A list is required");
}

/** A value as text, also one that has none. */
export function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return describe(value);
  }
}

/** Who runs a coroutine notes that on it. */
function markable<C extends object>(coroutine: C): C {
  if (!Object.isExtensible(coroutine)) {
    throw new TypeError(
      "A coroutine is required, got one that is frozen: use it as its function has made it",
    );
  }
  return coroutine;
}

/** An object whose state is private, as that of all these: neither a proxy of one nor what only inherits from one has any of it. */
function genuine<T>(value: T, method: string, expected: string): T {
  try {
    (value as { [name: string]: () => unknown })[method]?.();
    if (typeof lookUp(value, method) === "function") {
      return value;
    }
  } catch {}
  const what =
    typeof lookUp(value, method) === "function"
      ? "what only stands for one: use the original"
      : describe(value);
  throw new TypeError(`${expected}, got ${what}`);
}
