import { legible, listed } from "#host";
import { copyContext } from "../context-var.ts";
import { type Awaitable, isCollection, type Result } from "../coroutine.ts";
import { newCancelledError } from "../errors/new-cancelled-error.ts";
import { CompositeFuture } from "../futures/composite-future.ts";
import type { Future } from "../futures/future.ts";
import type { Scheduler } from "../loop/scheduler.ts";
import { ensureFuture } from "./ensure-future.ts";

/**
 * The results of several awaitables, each at its own position.
 *
 * @group Waiting
 */
export type Results<A extends readonly Awaitable<unknown>[]> = {
  -readonly [K in keyof A]: Result<A[K]>;
};

/**
 * The results or exceptions of several awaitables, each at its own position.
 *
 * @group Waiting
 */
export type Outcomes<A extends readonly Awaitable<unknown>[]> = {
  -readonly [K in keyof A]: Result<A[K]> | Error;
};

/** A generator that yields nothing can be iterated over too, and yet is a coroutine. */
type Several<A> = [A] extends [never] ? never : unknown;

/**
 * Runs several awaitables at the same time and answers with all their results, in the order in which they were
 * given. Coroutines become tasks at once.
 *
 * They are given one by one, or in an array, a set, a map's values or another iterator, with options behind it. An object
 * of your own that can be iterated counts as an awaitable: spread a collection of your own.
 *
 * The first exception is passed on at once; the others go on, and are not cancelled. With `returnExceptions`
 * exceptions count as results. Cancelling the answer cancels all that are not done.
 *
 * @throws TypeError when one of them cannot be awaited.
 * @throws RangeError when they belong to different loops.
 * @throws RuntimeError when no loop is running.
 * @group Waiting
 * @see Python's `asyncio.gather()`
 * @example
 * function* square(n: number): Coroutine<number> {
 *   yield* sleep(n);
 *   return n * n;
 * }
 *
 * function* main(): Coroutine<number[]> {
 *   return yield* gather(square(3), square(1), square(2));
 * }
 *
 * console.log((await run(main())).join(" ")); // 9 1 4
 */
export function gather<A extends readonly Awaitable<unknown>[] | []>(
  awaitables: A,
  options?: { returnExceptions?: false | undefined },
): Future<Results<A>>;
export function gather<A extends readonly Awaitable<unknown>[] | []>(
  awaitables: A,
  options: { returnExceptions: boolean },
): Future<Outcomes<A>>;
export function gather<A extends Awaitable<unknown>>(
  awaitables: Iterable<A> & Several<A>,
  options?: { returnExceptions?: false | undefined },
): Future<Result<A>[]>;
export function gather<A extends Awaitable<unknown>>(
  awaitables: Iterable<A> & Several<A>,
  options: { returnExceptions: boolean },
): Future<(Result<A> | Error)[]>;
export function gather<A extends readonly Awaitable<unknown>[]>(...awaitables: A): Future<Results<A>>;
export function gather(...args: unknown[]): Future<unknown[]> {
  const [first, options] = args as [unknown, { returnExceptions?: boolean }?];
  if (!isCollection(first)) {
    return gatherAll(args as Awaitable<unknown>[]);
  }
  return gatherAll([...listed(first)] as Awaitable<unknown>[], legible(options)?.returnExceptions);
}

function gatherAll(awaitables: readonly Awaitable<unknown>[], returnExceptions?: boolean): Future<unknown[]> {
  const first: { loop?: Scheduler } = {};
  const context = copyContext();
  const done: Future<unknown>[] = [];
  let unfinished = 0;
  /** There is none yet while the children start, and never will be if one of them cannot. */
  let outer: GatheringFuture | undefined;

  const onDone = (child: Future<unknown>) => {
    unfinished--;
    if (outer === undefined || outer.done()) {
      if (!child.cancelled()) {
        child.exception();
      }
      return;
    }
    if (!returnExceptions) {
      const exception = child.cancelled() ? child.makeCancelledError() : child.exception();
      if (exception !== undefined) {
        outer.setException(exception);
        return;
      }
    }
    if (unfinished > 0) {
      return;
    }
    const outcomes = children.map(outcomeOf);
    if (outer.cancelRequested) {
      outer.setException((children.at(-1) as Future<unknown>).makeCancelledError());
    } else {
      outer.setResult(outcomes);
    }
  };

  /** What is given several times has one future, at each of its positions. */
  const futures = new Map<unknown, Future<unknown>>();
  const children = awaitables.map((awaitable) => {
    const known = futures.get(awaitable);
    if (known !== undefined) {
      return known;
    }
    const future = ensureFuture(awaitable, first);
    futures.set(awaitable, future);
    first.loop ??= future.getLoop();
    // Before the next one starts: an eager task may finish this one, or wait for it too.
    if (future.done()) {
      done.push(future);
    } else {
      future.subscribe(onDone, context);
    }
    return future;
  });
  unfinished = futures.size;
  outer = new GatheringFuture(first.loop, children, "gather");
  if (children.length === 0) {
    outer.setResult([]);
  }
  for (const child of done) {
    onDone(child);
  }
  return outer;
}

function outcomeOf(child: Future<unknown>): unknown {
  if (child.cancelled()) {
    return newCancelledError(child.cancelMessage, child.getLoop().debug);
  }
  return child.exception() ?? child.result();
}

/** Passes a request to cancel on to its children, and is itself done only when they are. */
class GatheringFuture extends CompositeFuture<unknown[]> {
  cancelRequested = false;

  override cancel(message?: string | Error): boolean {
    if (this.done()) {
      return false;
    }
    this.tellCancel();
    let accepted = false;
    for (const child of this.children) {
      if (child.cancel(message)) {
        accepted = true;
      }
    }
    this.cancelRequested ||= accepted;
    return accepted;
  }
}
