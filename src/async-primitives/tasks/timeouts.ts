import { attached } from "#host";
import type { Awaitable, Coroutine } from "../coroutine.ts";
import { checkDelay } from "../errors/check-delay.ts";
import { CancelledError, RuntimeError } from "../errors/errors.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { beginBlock, checkBlock } from "../loop/block.ts";
import type { Handle } from "../loop/handle.ts";
import { getRunningScheduler } from "../loop/scheduler.ts";
import { currentTask, type Task } from "./task.ts";

const expected = "A timeout takes a generator function, as in function* (scope) { ... }";

/** What timeouts report to those who observe their loop. */
export type TimeoutEvent =
  | { readonly kind: "scope opened"; readonly scope: Timeout }
  /** `thrown` is what its block ends with; undefined if it ends well. */
  | { readonly kind: "scope closed"; readonly scope: Timeout; readonly thrown: unknown };

/**
 * The scope of a timeout: when it ends, and whether it did.
 *
 * @group Waiting
 * @see Python's `asyncio.Timeout`
 */
export class Timeout {
  readonly #task: Task<unknown>;
  readonly #cancellingAtEntry: number;
  #state: "active" | "expiring" | "expired" | "finished" = "active";
  #when: number | null = null;
  #timer: Handle | undefined;

  /** @internal */
  constructor(when: number | null | undefined) {
    const task = currentTask();
    if (task === undefined) {
      throw new RuntimeError("A timeout works inside a task: use it in a coroutine");
    }
    this.#task = task;
    this.#cancellingAtEntry = task.cancelling();
    this.reschedule(when);
    const loop = task.getLoop();
    loop.report?.<TimeoutEvent>({ kind: "scope opened", scope: this });
  }

  /** The deadline, in seconds of `loop.time()`; null if there is none. */
  when(): number | null {
    return this.#when;
  }

  /** Whether the deadline came before the block ended. */
  expired(): boolean {
    return this.#state === "expiring" || this.#state === "expired";
  }

  /**
   * Moves the deadline, in seconds of `loop.time()`; null or undefined takes it away.
   *
   * @throws RuntimeError when it has expired or its block has ended.
   */
  reschedule(when: number | null | undefined): void {
    if (attached(this).#state !== "active") {
      throw new RuntimeError(`Cannot change the deadline of a timeout that is ${this.#state}`);
    }
    checkDelay(when, "A timeout");
    this.#when = when ?? null;
    this.#timer?.cancel();
    this.#timer = when == null ? undefined : this.#schedule(when);
  }

  #schedule(when: number): Handle {
    const loop = getRunningScheduler();
    const expire = () => {
      this.#task.cancel();
      this.#state = "expiring";
    };
    return when <= loop.time() ? loop.callSoon(expire) : loop.callAt(when, expire);
  }

  /** @internal Ends the scope: takes back its request to cancel. Answers with what its block is to throw. */
  exit(thrown?: unknown): unknown {
    const loop = this.#task.getLoop();
    let outcome = thrown;
    this.#timer?.cancel();
    if (this.#state === "active") {
      this.#state = "finished";
    }
    if (this.#state === "expiring") {
      this.#state = "expired";
      const isAlone = this.#task.uncancel() <= this.#cancellingAtEntry;
      if (isAlone && thrown instanceof CancelledError) {
        outcome = new TimeoutError("", { cause: thrown });
      }
    }
    loop.report?.<TimeoutEvent>({ kind: "scope closed", scope: this, thrown: outcome });
    return outcome;
  }
}

/**
 * Runs a block, and cancels it when it takes too long: then it throws a TimeoutError.
 *
 * @param delay How long the block may take, in seconds; null or undefined for no limit.
 * @throws TimeoutError when the deadline came first.
 * @throws RuntimeError when it is used outside of a task.
 * @group Waiting
 * @see Python's `async with asyncio.timeout(delay):`
 * @example
 * function* main(): Coroutine<void> {
 *   try {
 *     yield* timeout(1, function* () {
 *       yield* sleep(10);
 *     });
 *   } catch (error) {
 *     if (!(error instanceof TimeoutError)) throw error;
 *     console.log("too slow"); // too slow
 *   }
 * }
 *
 * await run(main());
 */
export function* timeout<T>(
  delay: number | null | undefined,
  body: (scope: Timeout) => Awaitable<T>,
): Coroutine<T> {
  checkDelay(delay, "timeout()");
  return yield* timeoutAt(delay == null ? null : getRunningScheduler().time() + delay, body);
}

/**
 * Runs a block, and cancels it when a moment comes first: then it throws a TimeoutError.
 *
 * @param when The moment, in seconds of `loop.time()`; null or undefined for none.
 * @throws TimeoutError when the deadline came first.
 * @throws RuntimeError when it is used outside of a task.
 * @group Waiting
 * @see Python's `async with asyncio.timeout_at(when):`
 * @example
 * function* main(): Coroutine<void> {
 *   const deadline = getRunningLoop().time() + 1;
 *   try {
 *     yield* timeoutAt(deadline, () => sleep(60));
 *   } catch (error) {
 *     if (!(error instanceof TimeoutError)) throw error;
 *     console.log(`gave up at ${getRunningLoop().time()}`); // gave up at 1
 *   }
 * }
 *
 * await run(main());
 */
export function* timeoutAt<T>(
  when: number | null | undefined,
  body: (scope: Timeout) => Awaitable<T>,
): Coroutine<T> {
  checkBlock(body, expected);
  const scope = new Timeout(when);
  let result: T;
  try {
    result = yield* beginBlock(expected, body, scope);
  } catch (error) {
    throw scope.exit(error);
  }
  scope.exit();
  return result;
}
