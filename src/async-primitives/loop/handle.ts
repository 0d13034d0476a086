import { attached, callable, storesOfCaller } from "#host";
import { type Context, copyContext, enterContext } from "../context-var.ts";
import { isCoroutineFunction } from "../coroutine.ts";
import { checkType } from "../errors/check-type.ts";
import { describe } from "../errors/describe.ts";
import { lookUp } from "../errors/look-up.ts";
import { onRejection } from "./guard.ts";
import type { Report } from "./report.ts";
import type { Runnable, Stores } from "./runnable.ts";

// biome-ignore lint/suspicious/noExplicitAny: the loop passes on whatever arguments it was given
export type Callback = (...args: any[]) => unknown;

/** Throws a TypeError unless a value can be called back: a class cannot, and a generator function would do nothing. */
export function checkCallback(value: unknown): void {
  const expected = "A callback must be a plain function";
  checkType(value, "function", expected);
  if (isCoroutineFunction(value)) {
    throw new TypeError(`${expected}, got ${describe(value)}, and give that to createTask()`);
  }
  callable(value);
}

/** What handles report to those who observe their loop. */
export type HandleEvent =
  | { readonly kind: "callback began"; readonly handle: Handle }
  | { readonly kind: "callback ended"; readonly handle: Handle }
  /** Will not be called, if it has not been by now. */
  | { readonly kind: "callback cancelled"; readonly handle: Handle };

/** A loop, as its handles see it. */
export interface HandleOwner {
  readonly report: Report | undefined;
  timerCancelled(timer: TimerHandle): void;
  callbackFailed(handle: Handle, exception: unknown): void;
}

/**
 * A callback that waits for its turn, and can be cancelled until it has it.
 *
 * @group Loop and clock
 * @see Python's `asyncio.Handle`
 * @example
 * await run(
 *   (function* (): Coroutine<void> {
 *     const handle = getRunningLoop().callSoon(console.log, "never printed");
 *     handle.cancel();
 *     console.log(handle.cancelled()); // true
 *   })(),
 * );
 */
export class Handle implements Runnable {
  /** @internal */
  readonly stores: Stores | undefined = storesOfCaller();
  #callback: Callback | undefined;
  #args: unknown;
  readonly #loop: HandleOwner;
  readonly #context: Context;

  /** @internal */
  constructor(loop: HandleOwner, callback: Callback, args: unknown, context: Context = copyContext()) {
    this.#loop = loop;
    this.#callback = callback;
    this.#args = args;
    this.#context = context;
  }

  /** Makes sure that the callback will not be called. Does nothing if it was called already. */
  cancel(): void {
    const loop = attached(this).#loop;
    if (!this.cancelled()) {
      loop.report?.<HandleEvent>({ kind: "callback cancelled", handle: this });
    }
    this.#callback = undefined;
    this.#args = undefined;
  }

  /** Whether it was cancelled. */
  cancelled(): boolean {
    return this.#callback === undefined;
  }

  /** The context in which the callback runs. */
  getContext(): Context {
    return this.#context;
  }

  /** @internal */
  getLoop(): HandleOwner {
    return this.#loop;
  }

  /** @internal */
  calls(callback: Callback): boolean {
    return this.#callback === callback;
  }

  /** @internal */
  run(): void {
    const callback = this.#callback;
    if (callback === undefined) {
      return;
    }
    const loop = this.#loop;
    const previous = enterContext(this.#context);
    loop.report?.<HandleEvent>({ kind: "callback began", handle: this });
    try {
      const answer = this.call(callback, this.#args);
      if (answer !== undefined) {
        onRejection(answer, (exception) => loop.callbackFailed(this, exception));
      }
    } finally {
      enterContext(previous);
      loop.report?.<HandleEvent>({ kind: "callback ended", handle: this });
    }
  }

  protected call(callback: Callback, args: unknown): unknown {
    return callback(...(args as readonly unknown[]));
  }

  /** Names the callback, as in `<Handle ring>`. */
  toString(): string {
    const callback = this.#callback;
    return `<${this.constructor.name} ${callback === undefined ? "cancelled" : String(lookUp(callback, "name") || "(anonymous)")}>`;
  }
}

/** A callback of a future. It gets the future alone, and needs no list of arguments: a gather of many has many of these. */
export class DoneCallback extends Handle {
  protected override call(callback: Callback, future: unknown): unknown {
    return callback(future);
  }
}

/**
 * A callback that waits for a moment to come.
 *
 * @group Loop and clock
 * @see Python's `asyncio.TimerHandle`
 * @example
 * await run(
 *   (function* (): Coroutine<void> {
 *     const timer = getRunningLoop().callLater(60, console.log, "never printed");
 *     console.log(timer.when()); // 60
 *     timer.cancel();
 *   })(),
 * );
 */
export class TimerHandle extends Handle {
  /** @internal */
  readonly deadline: number;
  /** @internal Which of the timers of one moment comes first. */
  order = 0;
  /** @internal Whether it still stands in the loop's heap. */
  scheduled = false;

  /** @internal */
  constructor(deadline: number, loop: HandleOwner, callback: Callback, args: readonly unknown[]) {
    super(loop, callback, args);
    this.deadline = deadline;
  }

  /** The moment at which it fires, in seconds of `loop.time()`. */
  when(): number {
    return this.deadline;
  }

  override cancel(): void {
    if (attached(this).scheduled && !this.cancelled()) {
      this.getLoop().timerCancelled(this);
    }
    super.cancel();
  }
}
