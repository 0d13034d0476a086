import type { Coroutine } from "../coroutine.ts";
import { describe } from "../errors/describe.ts";
import { StopAsyncIteration } from "../errors/iteration-errors.ts";
import type { AsyncCursor, AsyncSource } from "./async-cursor.ts";
import { type Foreign, fromAsyncIterable, isForeign } from "./from-async-iterable.ts";

/**
 * Begins to go through a source: get the items with `anext()`. To go through all of them, use `asyncFor`.
 *
 * Takes what is asynchronous for JavaScript as well: a ReadableStream, an async generator, `events.on()`.
 *
 * @throws TypeError when it is given something else.
 * @group Asynchronous iteration
 * @see Python's `aiter()`
 * @example
 * class Countdown implements AsyncCursor<number> {
 *   left = 3;
 *   aiter(): this {
 *     return this;
 *   }
 *   *anext(): Coroutine<number> {
 *     if (this.left === 0) throw new StopAsyncIteration();
 *     yield* sleep(1);
 *     return this.left--;
 *   }
 * }
 *
 * function* main(): Coroutine<void> {
 *   const numbers = aiter(new Countdown());
 *   console.log(yield* anext(numbers)); // 3
 *   console.log(yield* anext(numbers)); // 2
 * }
 *
 * await run(main());
 */
export function aiter<T>(source: AsyncSource<T> | Foreign<T>): AsyncCursor<T> {
  if (typeof (source as AsyncSource<T> | null | undefined)?.aiter === "function") {
    const cursor = (source as AsyncSource<T>).aiter();
    checkCursor(cursor, "aiter() of a source must answer with something that has anext()");
    return cursor;
  }
  if (isForeign(source)) {
    return fromAsyncIterable(source);
  }
  throw new TypeError(`An asynchronous source is required, with a method aiter(), got ${hinted(source)}`);
}

/**
 * Waits for the next item.
 *
 * @param fallback What to answer with at the end, instead of throwing.
 * @throws StopAsyncIteration at the end, if there is no fallback.
 * @throws TypeError when it is not given what `aiter()` answers with.
 * @group Asynchronous iteration
 * @see Python's `anext()`
 * @example
 * function letters(): AsyncGen<string> {
 *   return asyncGenerator(function* (emit) {
 *     yield* emit("a");
 *     yield* emit("b");
 *   });
 * }
 *
 * function* main(): Coroutine<void> {
 *   const items = letters();
 *   let item = yield* anext(items, null);
 *   while (item !== null) {
 *     console.log(item); // a, b
 *     item = yield* anext(items, null);
 *   }
 * }
 *
 * await run(main());
 */
export function anext<T>(cursor: AsyncCursor<T>): Coroutine<T>;
export function anext<T, D>(cursor: AsyncCursor<T>, fallback: D): Coroutine<T | D>;
export function anext<T, D>(cursor: AsyncCursor<T>, ...fallback: [] | [D]): Coroutine<T | D> {
  checkCursor(cursor, "anext() takes what aiter() answers with");
  return nextOr(cursor, fallback);
}

function* nextOr<T, D>(cursor: AsyncCursor<T>, fallback: [] | [D]): Coroutine<T | D> {
  try {
    return yield* nextOf(cursor);
  } catch (error) {
    if (error instanceof StopAsyncIteration && fallback.length > 0) {
      return fallback[0] as D;
    }
    throw error;
  }
}

/** The next item, from a cursor of whoever's making. */
export function* nextOf<T>(cursor: AsyncCursor<T>): Coroutine<T> {
  const item = cursor.anext();
  if (typeof item?.[Symbol.iterator] === "function") {
    return yield* item;
  }
  throw new TypeError(`anext() of a cursor must answer with something to await, got ${describe(item)}`);
}

function checkCursor(cursor: AsyncCursor<unknown> | null | undefined, expected: string): void {
  if (typeof cursor?.anext !== "function") {
    throw new TypeError(`${expected}, got ${hinted(cursor)}`);
  }
}

function hinted(value: unknown): string {
  const isPlain = Array.isArray(value) || value instanceof Set || value instanceof Map;
  return `${describe(value)}${isPlain ? ": go through it with for...of" : ""}`;
}
