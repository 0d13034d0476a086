import { checkType } from "./errors/check-type.ts";
import { RuntimeError } from "./errors/errors.ts";
import { lookUp, tagOf } from "./errors/look-up.ts";

/**
 * What a coroutine hands to its task when it has to wait: "wake me when this future is done". Only `yield*` over a
 * future makes one, and no other type fits, so a forgotten star does not compile.
 *
 * @group Running
 * @see Python's `Future.__await__()`
 */
export interface Suspension {
  /** The compiler names this property where one is missing: in `yield f()`, in the place of `yield* f()`. */
  readonly "a star: write `yield*`, not `yield`": true;
}

/**
 * What `yield*` takes inside a coroutine: a coroutine, a future or a task.
 *
 * @group Running
 * @see Python's awaitables
 */
export interface Awaitable<T> {
  [Symbol.iterator](): Iterator<Suspension | undefined, T, void>;
}

/**
 * A line of work that waits for others without blocking them. It does nothing until it is awaited with
 * `yield*` or wrapped in a task, and it can be cancelled wherever it waits. It is one run of its function, and used once.
 *
 * Declare it as the return type of a generator function, so that the compiler finds a forgotten star. A bare
 * `yield` gives up one turn of the loop. One that is made and never awaited goes unnoticed when the program runs: the rule
 * `no-floating-coroutines` of `asyncio-ts/eslint` finds it before.
 *
 * @group Running
 * @see Python's `async def`
 * @example
 * function* greet(name: string): Coroutine<string> {
 *   yield* sleep(1);
 *   return `hello, ${name}`;
 * }
 *
 * console.log(await run(greet("Ada"))); // hello, Ada
 */
export interface Coroutine<T> extends Generator<Suspension | undefined, T, void> {}

/**
 * What awaiting something answers with.
 *
 * @group Waiting
 */
export type Result<A> = A extends Awaitable<infer T> ? T : never;

/**
 * Whether a value is a coroutine object: what a generator function answers with when it is called.
 *
 * @group Running
 * @see Python's `asyncio.iscoroutine()`
 * @example
 * const nap = sleep(1);
 * console.log(isCoroutine(nap)); // true
 * console.log(isCoroutine(sleep)); // false
 */
export function isCoroutine(value: unknown): value is Coroutine<unknown> {
  return tagOf(value) === "Generator";
}

/** @internal Whether a value can be iterated over, and is not just text. */
export function isIterable(value: unknown): value is Iterable<unknown> & object {
  return typeof value === "object" && typeof lookUp(value, Symbol.iterator) === "function";
}

/**
 * @internal Whether a value holds awaitables and is none itself: an array, a set or a map, which have `forEach()`, or an
 * iterator. Any other object that can be iterated over is something to await: a class that implements `Awaitable` has no
 * more to show.
 */
export function isCollection(value: unknown): value is Iterable<unknown> {
  return isIterable(value) && !isAwaitable(value);
}

/** @internal Whether `yield*` waits for a value: a coroutine, a future, a job or an awaitable of the reader's own. */
export function isAwaitable(value: unknown): value is Awaitable<unknown> {
  return (
    isIterable(value) && (isCoroutine(value) || "then" in value || !("next" in value || "forEach" in value))
  );
}

/**
 * @internal Notes on a coroutine, in the place of its iterator, that a task will run it: whoever awaits it begins with its
 * iterator, and so meets the note. Until the task takes its first step somebody else may run it in its place.
 */
export function offer(coroutine: Coroutine<unknown>): void {
  if (!Object.hasOwn(coroutine, Symbol.iterator)) {
    coroutine[Symbol.iterator] = lend;
  }
}

/**
 * @internal For whoever is about to resume a coroutine: from now on nobody else can begin to. Answers whether it is the first.
 *
 * @throws RuntimeError when it is at its end.
 */
export function take(coroutine: Coroutine<unknown>): boolean {
  const note = coroutine[Symbol.iterator];
  if (note === refuseReuse) {
    refuseReuse();
  }
  coroutine[Symbol.iterator] = refuseSharing;
  return note === lend;
}

/** @internal For whoever has come to the end of a coroutine. Throws if somebody else was there before. */
export function end(coroutine: Coroutine<unknown>): void {
  take(coroutine);
  coroutine[Symbol.iterator] = refuseReuse;
}

/** What a coroutine answers with that is offered: itself, with notes of its beginning and its end. */
function* lend<T>(this: Coroutine<T>): Coroutine<T> {
  take(this);
  try {
    return yield* { [Symbol.iterator]: () => this };
  } finally {
    end(this);
  }
}

/** @internal The note on a coroutine that is at its end. */
export const refuseReuse = refusal("cannot reuse already awaited coroutine: call its function again");

/** @internal The note on a coroutine that somebody runs. */
export const refuseSharing = refusal("coroutine is being awaited already: await its task");

function refusal(why: string): () => never {
  return () => {
    throw new RuntimeError(why);
  };
}

/** Whether a value is a generator function, which does nothing but make a coroutine when it is called. */
export function isCoroutineFunction(value: unknown): value is GeneratorFunction {
  return tagOf(value) === "GeneratorFunction";
}

/**
 * Gives a generator function without a declared return type the types of a coroutine function.
 *
 * @throws TypeError when it is not given a function.
 * @group Running
 * @see Python's `types.coroutine()`
 * @example
 * const double = coroutine(function* (n: number) {
 *   yield* sleep(1);
 *   return n * 2;
 * });
 *
 * console.log(await run(double(21))); // 42
 */
export function coroutine<A extends unknown[], T>(
  body: (...args: A) => Coroutine<T>,
): (...args: A) => Coroutine<T> {
  checkType(body, "function", "coroutine() takes a generator function");
  return body;
}
