import { types } from "node:util";
import { isCoroutine } from "../../coroutine.ts";
import { checkMethods } from "../../errors/check-methods.ts";
import { describe } from "../../errors/describe.ts";
import { listItems } from "../../errors/list-items.ts";
import { lookUp } from "../../errors/look-up.ts";
import { refuseClass } from "../../errors/refuse-class.ts";
import { findRunningScheduler } from "../scheduler.ts";

const nextOfGenerators: unknown = Object.getPrototypeOf(function* () {}).prototype.next;

/** @throws TypeError when a function cannot be called: a class, or a proxy that was revoked. */
export function callable<F>(callback: F): F {
  refuseClass(callback, "A callback must be a plain function");
  return callback;
}

/** @throws TypeError when what calls itself a coroutine cannot be resumed, as a proxy of one. */
export function genuineCoroutine<C>(coroutine: C): C {
  if (types.isGeneratorObject(coroutine) || !isCoroutine(coroutine)) {
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

/** @throws TypeError when it only stands for a promise, as a proxy does. */
export function genuinePromise<P>(promise: P): P {
  if (!types.isPromise(promise) && lookUp(promise, "then") === Promise.prototype.then) {
    throw new TypeError("A promise is required, got what only stands for one: use the promise itself");
  }
  return promise;
}

/** @throws TypeError when it is no loop, or only a proxy of one. */
export function genuineLoop<L>(loop: L): L {
  return loop === findRunningScheduler() ? loop : genuine(loop, "checkOpen", "A loop is required");
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

/** An object whose state is private, as that of all these. A proxy has none of it. */
function genuine<T>(value: T, method: string, expected: string): T {
  if (typeof lookUp(value, method) === "function" && !types.isProxy(value)) {
    return value;
  }
  const what = types.isProxy(value) ? "a proxy: use what it stands for" : describe(value);
  throw new TypeError(`${expected}, got ${what}`);
}
