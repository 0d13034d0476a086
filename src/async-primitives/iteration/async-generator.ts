import { type Coroutine, isCoroutine, type Suspension } from "../coroutine.ts";
import { checkType } from "../errors/check-type.ts";
import { describe } from "../errors/describe.ts";
import { RuntimeError } from "../errors/errors.ts";
import { GeneratorExit, StopAsyncIteration } from "../errors/iteration-errors.ts";
import { findRunningScheduler, getRunningScheduler } from "../loop/scheduler.ts";
import { currentTask, type Task } from "../tasks/task.ts";
import type { AsyncCursor } from "./async-cursor.ts";
import { type OpenGenerator, OpenGenerators } from "./open-generators.ts";
import { toAsyncIterable } from "./to-async-iterable.ts";

/**
 * Hands an item to whoever goes through the generator, and waits until the next one is wanted. Answers with what
 * `asend()` was given; undefined if it was `anext()`.
 *
 * @group Asynchronous iteration
 * @see Python's `yield` in an `async def`
 */
export type Emit<T, S = undefined> = (item: T) => Coroutine<S | undefined>;

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
export class AsyncGen<T, S = undefined> implements AsyncCursor<T> {
  readonly #body: Body<T, S>;

  /** @internal */
  constructor(body: (emit: Emit<T, S>) => Coroutine<void>) {
    this.#body = new Body(body);
  }

  /** Itself: it can be gone through only once. */
  aiter(): this {
    return this;
  }

  /**
   * Goes on to the next item.
   *
   * @throws StopAsyncIteration when it has come to its end.
   * @throws RuntimeError when somebody else waits for its next item.
   */
  anext(): Coroutine<T> {
    return this.#body.asend(this, undefined);
  }

  /**
   * Goes on to the next item, and has the `yield* emit(...)` at which it stands answer with a value.
   *
   * @throws StopAsyncIteration when it has come to its end.
   * @throws RuntimeError when somebody else waits for its next item.
   * @throws TypeError when it was not begun, so that there is nobody to take the value.
   */
  asend(value: S): Coroutine<T> {
    return this.#body.asend(this, value);
  }

  /**
   * Throws an error where it stands, and goes on to the next item. Does nothing, and answers with undefined, when it
   * has come to its end.
   *
   * @throws StopAsyncIteration when it deals with the error and comes to its end.
   * @throws RuntimeError when somebody else waits for its next item.
   */
  athrow(error: unknown): Coroutine<T | undefined> {
    return this.#body.athrow(this, error);
  }

  /**
   * Throws a GeneratorExit where it stands, and waits until it has cleaned up. Does nothing when it has come to its
   * end.
   *
   * @throws RuntimeError when it emits once more, or when somebody else waits for its next item.
   */
  aclose(): Coroutine<void> {
    return this.#body.aclose(this);
  }

  /**
   * For native code: `for await (const item of generator)`. The loop on which it was made or begun has to run
   * meanwhile.
   *
   * @throws RuntimeError when it was neither made nor begun on a loop.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<T, undefined> {
    return toAsyncIterable(this, { loop: this.#body.loop });
  }

  /** Names it, as in `<AsyncGen ticks>`. */
  toString(): string {
    return String(this.#body);
  }
}

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
  checkType(body, "function", "asyncGenerator() takes a generator function, as in function* (emit) { ... }");
  return new AsyncGen(body);
}

/** What a body hands to whoever drives it, in place of a suspension. */
class Emission<T> {
  readonly item: T;

  constructor(item: T) {
    this.item = item;
  }
}

type Step<T> = IteratorResult<Suspension | Emission<T> | undefined, unknown>;

type Resume<T> = (coroutine: Coroutine<unknown>) => Step<T>;

/** What runs in an asynchronous generator. It outlives a generator that nobody holds any more, to be closed. */
class Body<T, S> implements OpenGenerator {
  /** Where it was made or begun. */
  loop = findRunningScheduler();
  readonly #coroutine: Coroutine<unknown>;
  readonly #name: string;
  #begun = false;
  #ended = false;
  /** Whether it was asked to close: it may have refused. */
  #closing = false;
  /** Whether somebody drives it, and which task. */
  #running = false;
  #driver: Task<unknown> | undefined;

  constructor(body: (emit: Emit<T, S>) => Coroutine<void>) {
    const coroutine: Coroutine<unknown> = body((item) => this.#emit(item));
    if (!isCoroutine(coroutine)) {
      throw new TypeError(
        `asyncGenerator() takes a generator function, as in function* (emit) { ... }, got a function that answers with ${describe(coroutine)}`,
      );
    }
    this.#coroutine = coroutine;
    this.#name = body.name;
  }

  *asend(owner: object, value: S | undefined): Coroutine<T> {
    this.#checkIdle("anext");
    if (this.#ended) {
      throw new StopAsyncIteration();
    }
    if (!this.#begun) {
      this.#begin(owner, value);
    }
    const emission = yield* this.#drive(owner, (coroutine) => coroutine.next(value as never));
    if (emission === undefined) {
      throw new StopAsyncIteration();
    }
    return emission.item;
  }

  *athrow(owner: object, error: unknown): Coroutine<T | undefined> {
    if (this.#ended) {
      return undefined;
    }
    this.#checkIdle("athrow");
    if (this.#closing) {
      throw new StopAsyncIteration();
    }
    const emission = yield* this.#drive(owner, (coroutine) => coroutine.throw(error));
    if (emission === undefined) {
      throw new StopAsyncIteration();
    }
    return emission.item;
  }

  *aclose(owner: object = this): Coroutine<void> {
    if (this.#ended) {
      return;
    }
    this.#checkIdle("aclose");
    if (this.#closing) {
      throw new StopAsyncIteration();
    }
    this.#closing = true;
    try {
      const emission = yield* this.#drive(owner, (coroutine) => coroutine.throw(new GeneratorExit()));
      if (emission === undefined) {
        return;
      }
    } catch (error) {
      if (error instanceof GeneratorExit) {
        return;
      }
      throw error;
    }
    throw new RuntimeError("async generator ignored GeneratorExit: it must not emit when it is closed");
  }

  /** Nobody holds its generator any more. */
  abandoned(): void {
    const { loop } = this;
    if (loop === undefined || loop.isClosed() || this.#ended) {
      return;
    }
    OpenGenerators.of(loop).delete(this);
    loop.createTask(this.aclose());
  }

  toString(): string {
    return `<AsyncGen ${this.#name || "(anonymous)"}>`;
  }

  /** Lets the coroutine go on until it waits, emits or ends. */
  advance(resume: Resume<T>): Progress<T> {
    const wasBegun = this.#begun;
    let step: Step<T>;
    try {
      step = resume(this.#coroutine);
    } catch (error) {
      this.#end();
      if (!wasBegun || !(error instanceof StopAsyncIteration)) {
        throw error;
      }
      throw new RuntimeError("async generator raised StopAsyncIteration: return from it instead", {
        cause: error,
      });
    }
    if (step.done) {
      this.#end();
      return { done: true, value: undefined };
    }
    const { value } = step;
    if (!(value instanceof Emission)) {
      return { done: false, value };
    }
    this.#running = false;
    return { done: true, value };
  }

  #drive(owner: object, resume: Resume<T>): Advance<T> {
    this.#running = true;
    this.#driver = currentTask();
    return new Advance(this, owner, resume);
  }

  #begin(owner: object, value: S | undefined): void {
    if (value !== undefined) {
      throw new TypeError(
        "asend() can't send a value to an async generator that was not begun: call anext() first",
      );
    }
    this.#begun = true;
    this.loop = getRunningScheduler();
    OpenGenerators.of(this.loop).add(this);
    garbage.register(owner, this);
  }

  #end(): void {
    this.#ended = true;
    this.#running = false;
    if (this.loop !== undefined) {
      OpenGenerators.of(this.loop).delete(this);
    }
  }

  #checkIdle(method: string): void {
    if (!this.#running) {
      return;
    }
    throw new RuntimeError(
      `${method}(): asynchronous generator is already running: let one task go through it`,
    );
  }

  *#emit(item: T): Coroutine<S | undefined> {
    if (!this.#running || this.#driver !== currentTask()) {
      throw new RuntimeError(
        "emit() works only in its own generator, not in a task or callback that it starts",
      );
    }
    return (yield new Emission(item) as never) as S | undefined;
  }
}

type Driven<T> = { advance(resume: Resume<T>): Progress<T> };

type Progress<T> = IteratorResult<Suspension | undefined, Emission<T> | undefined>;

/** For `yield*`: goes on with a body until it emits or ends. What the body waits for, whoever drives it waits for. */
class Advance<T> {
  readonly #body: Driven<T>;
  /** Its generator is no garbage while somebody waits for an item. */
  readonly owner: object;
  #resume: Resume<T> | undefined;

  constructor(body: Driven<T>, owner: object, resume: Resume<T>) {
    this.#body = body;
    this.owner = owner;
    this.#resume = resume;
  }

  [Symbol.iterator](): Iterator<Suspension | undefined, Emission<T> | undefined, void> {
    return this;
  }

  next(): Progress<T> {
    const resume = this.#resume ?? goOn;
    this.#resume = undefined;
    return this.#body.advance(resume);
  }

  throw(error: unknown): Progress<T> {
    return this.#body.advance((coroutine) => coroutine.throw(error));
  }

  return(): Progress<T> {
    return this.#body.advance((coroutine) => coroutine.return(undefined));
  }
}

function goOn(coroutine: Coroutine<unknown>): Step<never> {
  return coroutine.next();
}

const garbage = new FinalizationRegistry<{ abandoned(): void }>((body) => body.abandoned());
