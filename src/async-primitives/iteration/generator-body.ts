import { type Coroutine, isCoroutine, type Suspension } from "../coroutine.ts";
import { describe } from "../errors/describe.ts";
import { RuntimeError } from "../errors/errors.ts";
import { StopAsyncIteration } from "../errors/iteration-errors.ts";
import { refuseClass } from "../errors/refuse-class.ts";
import { findRunningScheduler } from "../loop/scheduler.ts";
import { currentTask, type Task } from "../tasks/task.ts";

/** @internal Who makes one, and takes what for it. */
export const expected = "asyncGenerator() takes a generator function, as in function* (emit) { ... }";

/**
 * Hands an item to whoever goes through the generator, and waits until the next one is wanted. Answers with what
 * `asend()` was given; undefined if it was `anext()`.
 *
 * @group Asynchronous iteration
 * @see Python's `yield` in an `async def`
 */
export type Emit<T, S = undefined> = (item: T) => Coroutine<S | undefined>;

/** What a body hands to whoever drives it, in place of a suspension. */
export class Emission<T> {
  readonly item: T;

  constructor(item: T) {
    this.item = item;
  }
}

/** How a body went on: it waits, or is done with an emission, or is done because it has come to its end. */
export type Progress<T> = IteratorResult<Suspension | undefined, Emission<T> | undefined>;

/** How a body is to go on. */
export type Resume<T> = (
  coroutine: Coroutine<unknown>,
) => IteratorResult<Suspension | Emission<T> | undefined, unknown>;

/** What runs in an asynchronous generator. It outlives a generator that nobody holds any more, to be closed. */
export class GeneratorBody<T, S> {
  /** Called when it comes to its end. */
  onEnd: (() => void) | undefined = undefined;
  /** Whether it has come to its end. */
  ended = false;
  /** Whether it was asked to close: it may have refused. */
  closing = false;
  readonly #coroutine: Coroutine<unknown>;
  readonly #name: string;
  #begun = false;
  /** Whether somebody drives it, and which task. */
  #running = false;
  #driver: Task<unknown> | undefined;

  constructor(body: (emit: Emit<T, S>) => Coroutine<void>) {
    refuseClass(body, expected);
    const coroutine: Coroutine<unknown> = body((item) => this.#emit(item));
    if (!isCoroutine(coroutine)) {
      throw new TypeError(`${expected}, got a function that answers with ${describe(coroutine)}`);
    }
    this.#coroutine = coroutine;
    this.#name = body.name;
  }

  /** @throws RuntimeError when somebody drives it. */
  checkIdle(method: string): void {
    if (!this.#running) {
      return;
    }
    throw new RuntimeError(
      `${method}(): asynchronous generator is already running: let one task go through it`,
    );
  }

  /** @throws TypeError when there is something to send, and it was not begun. */
  begin(sent: unknown): void {
    if (!this.#begun && sent !== undefined) {
      throw new TypeError(
        "asend() can't send a value to an async generator that was not begun: call anext() first",
      );
    }
    this.#begun = true;
  }

  /** Lets it go on until it waits, emits or ends. */
  advance(resume: Resume<T>): Progress<T> {
    const wasBegun = this.#begun;
    this.#running = true;
    this.#driver = taskNow();
    try {
      const step = resume(this.#coroutine);
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
    } catch (error) {
      this.#end();
      if (!wasBegun || !(error instanceof StopAsyncIteration)) {
        throw error;
      }
      const message = "async generator raised StopAsyncIteration: return from it instead";
      throw new RuntimeError(message, { cause: error });
    }
  }

  toString(): string {
    return `<AsyncGen ${this.#name || "(anonymous)"}>`;
  }

  #end(): void {
    this.ended = true;
    this.#running = false;
    this.onEnd?.();
  }

  *#emit(item: T): Coroutine<S | undefined> {
    if (!this.#running || this.#driver !== taskNow()) {
      throw new RuntimeError(
        "emit() works only in its own generator, not in a task or callback that it starts",
      );
    }
    return (yield new Emission(item) as never) as S | undefined;
  }
}

/** Coroutines can be closed outside of any loop too. */
function taskNow(): Task<unknown> | undefined {
  const loop = findRunningScheduler();
  return loop && currentTask(loop);
}
