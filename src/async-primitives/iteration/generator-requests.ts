import type { Coroutine, Suspension } from "../coroutine.ts";
import { RuntimeError } from "../errors/errors.ts";
import { GeneratorExit, StopAsyncIteration } from "../errors/iteration-errors.ts";
import { CoroutineObject } from "./coroutine-object.ts";
import type { Emission, GeneratorBody, Progress, Resume } from "./generator-body.ts";

type Step<R> = IteratorResult<Suspension | undefined, R>;

/**
 * What `asend()`, `athrow()` and `aclose()` answer with: lets a body go on until it emits or ends. What the body waits
 * for, whoever awaits the request waits for. What is thrown at the request is thrown at the body, even if the request
 * has yet to begin.
 */
abstract class Request<T, S, R> extends CoroutineObject<R> {
  protected readonly body: GeneratorBody<T, S>;
  /** Its generator is no garbage while somebody waits for it. */
  readonly owner: object;
  #state: "new" | "begun" | "closed" = "new";

  constructor(body: GeneratorBody<T, S>, owner: object) {
    super();
    this.body = body;
    this.owner = owner;
  }

  protected abstract readonly method: "anext" | "athrow" | "aclose";
  /** How a body that has not ended takes it. */
  protected abstract begin(): Resume<T>;
  /** What comes of it, when the body has emitted, or ended. */
  protected abstract answer(emission: Emission<T> | undefined): R;
  /** What comes of it, when the body had ended before. */
  protected abstract answerOfEnded(): R;
  /** What comes of it, when the body has thrown. */
  protected failed(error: unknown): R {
    throw error;
  }

  override next(): Step<R> {
    this.#checkOpen();
    if (this.#state === "begun") {
      return this.#go(goOn);
    }
    this.#state = "closed";
    this.body.checkIdle(this.method);
    if (this.body.ended) {
      return { done: true, value: this.answerOfEnded() };
    }
    return this.#go(this.begin());
  }

  override throw(error: unknown): Step<R> {
    this.#checkOpen();
    if (this.#state === "new") {
      this.#state = "closed";
      this.body.checkIdle(this.method);
    }
    return this.#go((coroutine) => coroutine.throw(error));
  }

  /** Whoever awaits it is itself closed. */
  override return(value: R): Step<R> {
    if (this.#state === "closed") {
      return { done: true, value };
    }
    try {
      const step = this.throw(new GeneratorExit());
      if (!step.done) {
        return step;
      }
    } catch (error) {
      if (!(error instanceof GeneratorExit || error instanceof StopAsyncIteration)) {
        throw error;
      }
    }
    return { done: true, value };
  }

  #go(resume: Resume<T>): Step<R> {
    this.#state = "closed";
    let progress: Progress<T>;
    try {
      progress = this.body.advance(resume);
    } catch (error) {
      return { done: true, value: this.failed(error) };
    }
    if (progress.done) {
      return { done: true, value: this.answer(progress.value) };
    }
    this.#state = "begun";
    return progress;
  }

  #checkOpen(): void {
    if (this.#state !== "closed") {
      return;
    }
    const names = this.method === "anext" ? "anext()/asend()" : "aclose()/athrow()";
    throw new RuntimeError(`cannot reuse already awaited ${names}: call it again for each time`);
  }
}

/** Wants the next item. */
export class Sending<T, S> extends Request<T, S, T> {
  protected override readonly method = "anext";
  readonly #value: S | undefined;

  constructor(body: GeneratorBody<T, S>, owner: object, value: S | undefined) {
    super(body, owner);
    this.#value = value;
  }

  protected override begin(): Resume<T> {
    this.body.begin(this.#value);
    return (coroutine) => coroutine.next(this.#value as never);
  }

  protected override answer(emission: Emission<T> | undefined): T {
    if (emission === undefined) {
      throw new StopAsyncIteration();
    }
    return emission.item;
  }

  protected override answerOfEnded(): T {
    throw new StopAsyncIteration();
  }
}

/** Throws an error in, and wants the next item. */
export class Throwing<T, S> extends Request<T, S, T | undefined> {
  protected override readonly method = "athrow";
  readonly #error: unknown;

  constructor(body: GeneratorBody<T, S>, owner: object, error: unknown) {
    super(body, owner);
    this.#error = error;
  }

  protected override begin(): Resume<T> {
    if (this.body.closing) {
      throw new StopAsyncIteration();
    }
    return (coroutine) => coroutine.throw(this.#error);
  }

  protected override answer(emission: Emission<T> | undefined): T {
    if (emission === undefined) {
      throw new StopAsyncIteration();
    }
    return emission.item;
  }

  protected override answerOfEnded(): undefined {
    return undefined;
  }
}

/** Wants it to clean up and end. */
export class Closing<T, S> extends Request<T, S, void> {
  protected override readonly method = "aclose";

  protected override begin(): Resume<T> {
    if (this.body.closing) {
      throw new StopAsyncIteration();
    }
    this.body.closing = true;
    return (coroutine) => coroutine.throw(new GeneratorExit());
  }

  protected override answer(emission: Emission<T> | undefined): void {
    if (emission === undefined) {
      return;
    }
    throw new RuntimeError("async generator ignored GeneratorExit: it must not emit when it is closed");
  }

  protected override answerOfEnded(): void {}

  protected override failed(error: unknown): void {
    if (!(error instanceof GeneratorExit || error instanceof StopAsyncIteration)) {
      throw error;
    }
  }
}

function goOn(coroutine: Coroutine<unknown>): IteratorResult<Suspension | undefined, unknown> {
  return coroutine.next();
}
