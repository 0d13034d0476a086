import { awaited, genuineCoroutine } from "#host";
import { type Awaitable, type Coroutine, isCoroutine, isIterable, type Suspension } from "../coroutine.ts";
import { describe } from "../errors/describe.ts";
import { StopAsyncIteration } from "../errors/iteration-errors.ts";
import { lookUp } from "../errors/look-up.ts";
import type { AsyncCursor, AsyncSource } from "./async-cursor.ts";
import { CoroutineObject } from "./coroutine-object.ts";
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
  if (typeof lookUp(source, "aiter") === "function") {
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
  const item = cursor.anext();
  if (fallback.length > 0) {
    return new OrFallback(checkItem(item), fallback[0] as D).asCoroutine();
  }
  return isCoroutine(item) ? genuineCoroutine(item as Coroutine<T>) : awaiting(checkItem(item));
}

/** The next item, from a cursor of whoever's making. */
export function nextOf<T>(cursor: AsyncCursor<T>): Awaitable<T> {
  return checkItem(cursor.anext());
}

function checkItem<T>(item: Awaitable<T>): Awaitable<T> {
  if (typeof lookUp(item, Symbol.iterator) === "function") {
    return awaited(item);
  }
  throw new TypeError(`anext() of a cursor must answer with something to await, got ${describe(item)}`);
}

function* awaiting<T>(awaitable: Awaitable<T>): Coroutine<T> {
  return yield* awaitable;
}

/** Waits for an item, and answers with something else when there is none. */
class OrFallback<T, D> extends CoroutineObject<T | D> {
  readonly #item: Iterator<Suspension | undefined, T, void>;
  readonly #fallback: D;

  constructor(item: Awaitable<T>, fallback: D) {
    super();
    this.#item = item[Symbol.iterator]();
    this.#fallback = fallback;
  }

  override next(): IteratorResult<Suspension | undefined, T | D> {
    return this.#unlessStopped(() => this.#item.next());
  }

  override throw(error: unknown): IteratorResult<Suspension | undefined, T | D> {
    return this.#unlessStopped(() => {
      if (this.#item.throw !== undefined) {
        return this.#item.throw(error);
      }
      throw error;
    });
  }

  override return(value: T | D): IteratorResult<Suspension | undefined, T | D> {
    return this.#item.return?.(value as T) ?? { done: true, value };
  }

  #unlessStopped(step: () => IteratorResult<Suspension | undefined, T>) {
    try {
      return step();
    } catch (error) {
      if (error instanceof StopAsyncIteration) {
        return { done: true as const, value: this.#fallback };
      }
      throw error;
    }
  }
}

function checkCursor(cursor: AsyncCursor<unknown> | null | undefined, expected: string): void {
  if (typeof lookUp(cursor, "anext") !== "function") {
    throw new TypeError(`${expected}, got ${hinted(cursor)}`);
  }
}

function hinted(value: unknown): string {
  const isPlain = isIterable(value) && "forEach" in value;
  return `${describe(value)}${isPlain ? ": go through it with for...of" : ""}`;
}
