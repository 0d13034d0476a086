/// <reference lib="esnext.disposable" preserve="true" />

import { original } from "#host";
import type { Coroutine } from "../coroutine.ts";
import { checkType } from "../errors/check-type.ts";
import { findRunningScheduler, type Scheduler } from "../loop/scheduler.ts";
import type { AsyncCursor } from "./async-cursor.ts";
import { type Emit, expected, GeneratorBody } from "./generator-body.ts";
import { Closing, Sending, Throwing } from "./generator-requests.ts";
import { type OpenGenerator, OpenGenerators } from "./open-generators.ts";
import { toAsyncIterable } from "./to-async-iterable.ts";

/**
 * A coroutine that gives items on its way. Make one with `asyncGenerator`, and go through it with `asyncFor`.
 *
 * It runs only while somebody waits for its next item, in the task of whoever does. One that was begun and is not at
 * its end is closed at the end of the run; or when it is garbage, and nobody can ask it for more.
 *
 * @group Asynchronous iteration
 * @see Python's asynchronous generators, `types.AsyncGeneratorType`
 * @example
 * function* main(): Coroutine<void> {
 *   const total: AsyncGen<number, number> = asyncGenerator(function* (emit) {
 *     let sum = 0;
 *     while (true) sum += (yield* emit(sum)) ?? 0;
 *   });
 *   yield* total.anext();
 *   yield* total.asend(20);
 *   console.log(yield* total.asend(22)); // 42
 *   yield* total.aclose();
 * }
 *
 * await run(main());
 */
export class AsyncGen<T, S = undefined> implements AsyncCursor<T>, AsyncDisposable {
  readonly #body: GeneratorBody<T, S>;
  /** Where it was made, or where somebody has begun to go through it. */
  #loop = findRunningScheduler();
  #isKnown = false;

  /** @internal */
  constructor(body: (emit: Emit<T, S>) => Coroutine<void>) {
    this.#body = new GeneratorBody(body);
  }

  /** Itself: it can be gone through only once. */
  aiter(): this {
    return original(this);
  }

  /**
   * Goes on to the next item.
   *
   * @throws StopAsyncIteration when it has come to its end.
   * @throws RuntimeError when somebody else waits for its next item.
   */
  anext(): Coroutine<T> {
    return new Sending(original(this).#asked(), this, undefined).asCoroutine();
  }

  /**
   * Goes on to the next item, and has the `yield* emit(...)` at which it stands answer with a value.
   *
   * @throws StopAsyncIteration when it has come to its end.
   * @throws RuntimeError when somebody else waits for its next item.
   * @throws TypeError when it was not begun, so that there is nobody to take the value.
   */
  asend(value: S): Coroutine<T> {
    return new Sending(original(this).#asked(), this, value).asCoroutine();
  }

  /**
   * Throws an error where it stands, and goes on to the next item. Does nothing, and answers with undefined, when it
   * has come to its end.
   *
   * @throws StopAsyncIteration when it deals with the error and comes to its end.
   * @throws RuntimeError when somebody else waits for its next item.
   */
  athrow(error: unknown): Coroutine<T | undefined> {
    return new Throwing(original(this).#asked(), this, error).asCoroutine();
  }

  /**
   * Throws a GeneratorExit where it stands, and waits until it has cleaned up. Does nothing when it has come to its
   * end.
   *
   * @throws RuntimeError when it emits once more, or when somebody else waits for its next item.
   */
  aclose(): Coroutine<void> {
    return new Closing(original(this).#asked(), this).asCoroutine();
  }

  /**
   * For native code: `for await (const item of generator)`. The loop on which it was made or begun has to run
   * meanwhile.
   *
   * @throws RuntimeError when it was neither made nor begun on a loop.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<T, undefined> {
    return toAsyncIterable(this, { loop: original(this).#loop });
  }

  /**
   * Closes it if it was begun, for `await using` in native code. Coroutines have `aclosing()`.
   *
   * @see Python's `contextlib.aclosing()`
   */
  async [Symbol.asyncDispose](): Promise<void> {
    if (original(this).#isKnown && !this.#body.ended) {
      await toAsyncIterable(this, { loop: original(this).#loop })[Symbol.asyncDispose]();
    }
  }

  /** Names it, as in `<AsyncGen ticks>`. */
  toString(): string {
    return String(original(this).#body);
  }

  /** Tells the running loop of it at first, which closes it if nobody else does. */
  #asked(): GeneratorBody<T, S> {
    const body = this.#body;
    const loop = findRunningScheduler();
    if (this.#isKnown || loop === undefined) {
      return body;
    }
    this.#isKnown = true;
    this.#loop = loop;
    const open = new OpenBody(body, loop);
    body.onEnd = () => OpenGenerators.of(loop).delete(open);
    OpenGenerators.of(loop).add(open);
    garbage.register(this, open);
    return body;
  }
}

/** What a loop holds of a generator, which is garbage when nobody else holds it. */
class OpenBody<T, S> implements OpenGenerator {
  readonly #body: GeneratorBody<T, S>;
  readonly #loop: Scheduler;

  constructor(body: GeneratorBody<T, S>, loop: Scheduler) {
    this.#body = body;
    this.#loop = loop;
  }

  aclose(): Coroutine<void> {
    return new Closing(this.#body, this).asCoroutine();
  }

  /** Nobody holds the generator any more. */
  abandoned(): void {
    if (this.#loop.isClosed() || this.#body.ended) {
      return;
    }
    OpenGenerators.of(this.#loop).delete(this);
    this.#loop.createTask(this.aclose());
  }

  toString(): string {
    return String(this.#body);
  }
}

const garbage = new FinalizationRegistry<{ abandoned(): void }>((body) => body.abandoned());

/**
 * Makes an asynchronous generator of a generator function, which hands out its items with `yield* emit(item)`.
 *
 * @throws TypeError when it is not given a generator function.
 * @group Asynchronous iteration
 * @see Python's `async def` with a `yield`
 * @example
 * function ticks(delay: number): AsyncGen<number> {
 *   return asyncGenerator(function* (emit) {
 *     try {
 *       for (let n = 1; ; n++) {
 *         yield* sleep(delay);
 *         yield* emit(n);
 *       }
 *     } finally {
 *       console.log("closed"); // 1, 2, closed
 *     }
 *   });
 * }
 *
 * function* main(): Coroutine<void> {
 *   yield* asyncFor(ticks(1), function* (n, loop) {
 *     console.log(n);
 *     if (n === 2) return loop.break();
 *   });
 * }
 *
 * await run(main());
 */
export function asyncGenerator<T, S = undefined>(
  body: (emit: Emit<T, S>) => Coroutine<void>,
): AsyncGen<T, S> {
  checkType(body, "function", expected);
  return new AsyncGen(body);
}
