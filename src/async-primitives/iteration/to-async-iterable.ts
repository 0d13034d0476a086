/// <reference lib="esnext.disposable" preserve="true" />

import { copyContext } from "../context-var.ts";
import type { Coroutine } from "../coroutine.ts";
import { checkInstance } from "../errors/check-instance.ts";
import { checkOptions } from "../errors/check-options.ts";
import { RuntimeError } from "../errors/errors.ts";
import { StopAsyncIteration } from "../errors/iteration-errors.ts";
import { findRunningScheduler, Scheduler } from "../loop/scheduler.ts";
import type { Task } from "../tasks/task.ts";
import type { AsyncCursor, AsyncSource } from "./async-cursor.ts";
import { aiter, nextOf } from "./async-source.ts";
import { checkedAwaitable } from "./checked-awaitable.ts";

/**
 * Gives the items of a source to native code, for `for await`. Each step is a task of the loop, which has to run
 * meanwhile; `break` closes the source and waits until it is closed, as does `await using`
 * at the end of its block.
 *
 * @param options.loop Where the source waits; the running loop if left out.
 * @throws RuntimeError when there is neither.
 * @throws RuntimeError from a step, as a rejection, when the loop does not run.
 * @throws CancelledError from a step, as a rejection, when the run ends meanwhile.
 * @group Asynchronous iteration
 * @see Python has one kind of asynchronous iterable only
 * @example
 * async function printAll(lines: AsyncIterable<Uint8Array>): Promise<void> {
 *   for await (const line of lines) console.log(new TextDecoder().decode(line).trim()); // one, two
 * }
 *
 * function* main(): Coroutine<void> {
 *   const reader = new StreamReader();
 *   reader.feedData(new TextEncoder().encode("one\ntwo\n"));
 *   reader.feedEof();
 *   yield* fromPromise(printAll(toAsyncIterable(reader)));
 * }
 *
 * await run(main());
 */
export function toAsyncIterable<T>(
  source: AsyncSource<T>,
  options?: { loop?: Scheduler | undefined },
): AsyncIterableIterator<T, undefined> & AsyncDisposable {
  if (options !== undefined) {
    checkOptions(options, "toAsyncIterable()");
    checkInstance(options.loop, Scheduler, "toAsyncIterable() takes a loop as options.loop");
  }
  const loop = options?.loop ?? findRunningScheduler();
  if (loop === undefined) {
    throw new RuntimeError(
      "No running event loop to wait on: call this inside a coroutine, or give the loop as options.loop",
    );
  }
  return new NativeIterator(aiter(source), loop);
}

/** Goes through a source for native code, one request after the other. */
class NativeIterator<T> implements AsyncIterableIterator<T, undefined>, AsyncDisposable {
  readonly #cursor: AsyncCursor<T>;
  readonly #loop: Scheduler;
  readonly #context = copyContext();
  #ended = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(cursor: AsyncCursor<T>, loop: Scheduler) {
    this.#cursor = cursor;
    this.#loop = loop;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T, undefined>> {
    return this.#inTurn(() => this.#step());
  }

  return(): Promise<IteratorResult<T, undefined>> {
    return this.#inTurn(() => this.#close());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  #inTurn<R>(request: () => Coroutine<R>): Promise<R> {
    const answer = this.#last.then(() => this.#run(request));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async #run<R>(request: () => Coroutine<R>): Promise<R> {
    if (!this.#loop.isRunning()) {
      throw new RuntimeError(
        "The event loop of this source does not run: go through it with `for await` while run() is at work",
      );
    }
    return this.#loop.createTask(request(), { context: this.#context }) as Task<R>;
  }

  *#step(): Coroutine<IteratorResult<T, undefined>> {
    if (this.#ended) {
      return end;
    }
    try {
      return { done: false, value: yield* nextOf(this.#cursor) };
    } catch (error) {
      this.#ended = true;
      if (error instanceof StopAsyncIteration) {
        return end;
      }
      throw error;
    }
  }

  *#close(): Coroutine<IteratorResult<T, undefined>> {
    const { aclose } = this.#cursor;
    if (!this.#ended && aclose !== undefined) {
      yield* checkedAwaitable(aclose.call(this.#cursor));
    }
    this.#ended = true;
    return end;
  }
}

const end: IteratorResult<never, undefined> = { done: true, value: undefined };
