import type { Awaitable } from "../coroutine.ts";

/**
 * Gives items one after the other, and may have to wait for each: what `asyncFor` and `aiter` take.
 *
 * @group Asynchronous iteration
 * @see Python's asynchronous iterables
 */
export interface AsyncSource<T> {
  /** Begins to give the items. What can be gone through only once answers with itself. */
  aiter(): AsyncCursor<T>;
}

/**
 * On its way through the items of a source.
 *
 * @group Asynchronous iteration
 * @see Python's asynchronous iterators
 */
export interface AsyncCursor<T> extends AsyncSource<T> {
  /** Waits for the next item; throws StopAsyncIteration when there is none. */
  anext(): Awaitable<T>;
  /** Ends it before its end. There if it has something to clean up. */
  aclose?(): Awaitable<unknown>;
}
