import { genuinePromise, legible } from "#host";
import { isAwaitable } from "../coroutine.ts";
import { describe } from "../errors/describe.ts";
import { lookUp } from "../errors/look-up.ts";
import { refuseClass } from "../errors/refuse-class.ts";
import { abortReason } from "./abort-reason.ts";
import { Future } from "./future.ts";

/**
 * Brings a promise into the loop, as a future that a coroutine can wait for.
 *
 * Given a function, calls it with a signal: when the future is cancelled, because the task that waits for it is,
 * the signal is aborted, so that the work behind the promise stops too. Its reason is an `AbortError` with the message
 * of `cancel("why")`, or the reason of the signal that has cancelled the task.
 *
 * @throws TypeError when it is given neither a promise nor a function.
 * @throws RuntimeError when no loop is running.
 * @group Futures
 * @see Python's `asyncio.wrap_future()`
 * @example
 * function* main(): Coroutine<string> {
 *   const response = yield* fromPromise((signal) => fetch("data:,hello", { signal }));
 *   return yield* fromPromise(response.text());
 * }
 *
 * console.log(await run(main())); // hello
 */
export function fromPromise<T>(
  source: PromiseLike<T> | ((signal: AbortSignal) => PromiseLike<T>),
): Future<T> {
  const future = new PromiseFuture<T>().standsFor("fromPromise");
  if (typeof source === "function") {
    refuseClass(source, "fromPromise() takes a promise or a function that returns one");
    future.follow(callWithSignal(source, future));
  } else if (isPromiseLike(source)) {
    future.follow(genuinePromise(source));
  } else {
    throw new TypeError(
      `fromPromise() takes a promise or a function that returns one, got ${describe(source)}`,
    );
  }
  return future;
}

function callWithSignal<T>(
  start: (signal: AbortSignal) => PromiseLike<T>,
  future: PromiseFuture<T>,
): PromiseLike<T> {
  const controller = new AbortController();
  future.onCancel = (message) => controller.abort(abortReason(message));
  return new Promise((resolve) => {
    const answer = start(controller.signal);
    if (isAwaitable(answer) && !isPromiseLike(answer)) {
      throw new TypeError(
        `fromPromise() takes a function that returns a promise, got one that returns ${describe(answer)}`,
      );
    }
    resolve(genuinePromise(legible(answer)));
  });
}

function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  return typeof lookUp(value, "then") === "function";
}

class PromiseFuture<T> extends Future<T> {
  onCancel: ((message: string | Error | undefined) => void) | undefined;

  /** @internal Ends as the promise does, unless it was cancelled or its loop has closed before. */
  follow(promise: PromiseLike<T>): void {
    const ifWanted = (settle: () => void) => this.done() || this.getLoop().isClosed() || settle();
    const fail = (reason: unknown) => ifWanted(() => this.setException(reason));
    try {
      promise.then((result) => ifWanted(() => this.setResult(result)), fail);
    } catch (reason) {
      // What throws where it is asked has failed, as for `await`.
      fail(reason);
    }
  }

  override cancel(message?: string | Error): boolean {
    const accepted = super.cancel(message);
    if (accepted) {
      this.onCancel?.(message);
    }
    return accepted;
  }
}
