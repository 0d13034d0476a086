import { genuineStep, genuineSteps } from "#host";
import type { Coroutine } from "../coroutine.ts";
import { checkMethods } from "../errors/check-methods.ts";
import { describe } from "../errors/describe.ts";
import { RuntimeError } from "../errors/errors.ts";
import { StopAsyncIteration } from "../errors/iteration-errors.ts";
import { lookUp } from "../errors/look-up.ts";
import { refuseClass } from "../errors/refuse-class.ts";
import { fromPromise } from "../futures/from-promise.ts";
import type { Future } from "../futures/future.ts";
import type { AsyncCursor } from "./async-cursor.ts";

const expected = "fromAsyncIterable() takes what `for await` goes through, or a function that returns it";

/**
 * What is asynchronous for JavaScript: what `for await` takes, or a stream of the web.
 *
 * @group Asynchronous iteration
 */
export type Foreign<T> = AsyncIterable<T> | ReadableStream<T>;

/**
 * Brings what JavaScript's own `for await` goes through into the loop: an async generator, a ReadableStream such as
 * the body of a `fetch`, Node's streams, `events.on()`, `readline`. `asyncFor` and `aiter` do so by themselves.
 *
 * Whoever ends it early, or is cancelled, closes the source and waits until it is closed: `return()` is called. An
 * item that a cancelled wait would have got is not lost, the next one gets it. A native generator that is in the
 * midst of an `await` cannot be interrupted there, and is waited for. Given a function, calls it with a signal that
 * is aborted when the source is closed, so that such an `await` can end.
 *
 * @throws TypeError when it is given neither such a source nor a function.
 * @group Asynchronous iteration
 * @see Python has one kind of asynchronous iterable only
 * @example
 * async function* ticks(signal: AbortSignal): AsyncGenerator<number> {
 *   try {
 *     for (let n = 1; ; n++) yield n;
 *   } finally {
 *     console.log(signal.aborted); // 3, true
 *   }
 * }
 *
 * function* main(): Coroutine<void> {
 *   yield* aclosing(fromAsyncIterable(ticks), function* (numbers) {
 *     const first = yield* anext(numbers);
 *     const second = yield* anext(numbers);
 *     console.log(first + second);
 *   });
 * }
 *
 * await run(main());
 */
export function fromAsyncIterable<T>(
  source: Foreign<T> | ((signal: AbortSignal) => Foreign<T>),
): Required<AsyncCursor<T>> {
  if (typeof source !== "function") {
    return new ForeignCursor(stepsOf(source), undefined);
  }
  refuseClass(source, expected);
  const controller = new AbortController();
  return new ForeignCursor(stepsOf(source(controller.signal)), controller);
}

/** Whether JavaScript can go through it in its own asynchronous way. */
export function isForeign(value: unknown): value is Foreign<unknown> {
  return [Symbol.asyncIterator, "getReader"].some((name) => typeof lookUp(value, name) === "function");
}

/** What of a foreign iterator is needed. */
interface Steps<T> {
  next(): Promise<IteratorResult<T, unknown>>;
  close(): Promise<unknown>;
}

function stepsOf<T>(source: Foreign<T>): Steps<T> {
  if (!isForeign(source)) {
    throw new TypeError(`${expected}, got ${describe(source)}`);
  }
  return "getReader" in source ? stepsOfStream(source) : stepsOfIterator(source[Symbol.asyncIterator]());
}

/** A stream's own iterator, where an engine has one, closes it only after the read that it waits for. */
function stepsOfStream<T>(stream: ReadableStream<T>): Steps<T> {
  const reader = stream.getReader();
  return {
    async next() {
      const step = await reader.read();
      if (step.done) {
        reader.releaseLock();
      }
      return step;
    },
    async close() {
      await reader.cancel();
      reader.releaseLock();
    },
  };
}

function stepsOfIterator<T>(iterator: AsyncIterator<T, unknown>): Steps<T> {
  checkMethods(iterator, ["next"], "[Symbol.asyncIterator]() must answer with an iterator");
  return {
    next: async () => genuineSteps(iterator).next(),
    close: async () => iterator.return?.(),
  };
}

/** On its way through what is asynchronous for JavaScript. */
class ForeignCursor<T> implements AsyncCursor<T> {
  readonly #steps: Steps<T>;
  readonly #controller: AbortController | undefined;
  /** What was asked for and not handed out yet: it is kept when the one who waits for it is cancelled. */
  #asked: Promise<IteratorResult<T, unknown>> | undefined;
  #isWaitedFor = false;
  #ended = false;

  constructor(steps: Steps<T>, controller: AbortController | undefined) {
    this.#steps = steps;
    this.#controller = controller;
  }

  aiter(): this {
    return this;
  }

  *anext(): Coroutine<T> {
    if (this.#isWaitedFor) {
      throw new RuntimeError("anext(): another coroutine waits for the next item already");
    }
    if (this.#ended) {
      throw new StopAsyncIteration();
    }
    this.#isWaitedFor = true;
    try {
      const step = genuineStep(yield* this.#nextStep());
      if (!step.done) {
        return step.value;
      }
    } finally {
      this.#isWaitedFor = false;
    }
    this.#ended = true;
    throw new StopAsyncIteration();
  }

  *aclose(): Coroutine<void> {
    if (this.#ended) {
      return;
    }
    this.#ended = true;
    this.#controller?.abort();
    yield* fromPromise(this.#steps.close());
  }

  *#nextStep(): Coroutine<IteratorResult<T, unknown>> {
    this.#asked ??= this.#steps.next();
    const step = fromPromise(this.#asked);
    try {
      const result = yield* step;
      this.#asked = undefined;
      return result;
    } catch (error) {
      if (isFailure(step, error)) {
        this.#ended = true;
      }
      throw error;
    }
  }
}

/** Whether the future has failed with the error, so that it was not the one who waits that was interrupted. */
function isFailure(future: Future<unknown>, error: unknown): boolean {
  return future.done() && !future.cancelled() && future.exception() === error;
}
