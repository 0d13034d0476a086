import { legible, listed } from "#host";
import { checkType } from "./check-type.ts";
import { describe } from "./describe.ts";
import { CancelledError } from "./errors.ts";
import { GeneratorExit } from "./iteration-errors.ts";
import { KeyboardInterrupt } from "./keyboard-interrupt.ts";
import { isArray, lookUp } from "./look-up.ts";
import { refuseClass } from "./refuse-class.ts";

// biome-ignore lint/suspicious/noExplicitAny: errors are made with whatever arguments
type ErrorClass = abstract new (...args: any[]) => Error;

/**
 * What of a group is wanted: errors of a class or of several, or those for which a function says true.
 *
 * @group Errors
 */
export type GroupCondition = ErrorClass | readonly ErrorClass[] | ((error: unknown) => boolean);

/**
 * Several errors that happened side by side, of which some are not meant to be dealt with: a CancelledError, a
 * KeyboardInterrupt, a GeneratorExit. Without any of those, what one makes with `new` is an ExceptionGroup.
 *
 * @group Errors
 * @see Python's `BaseExceptionGroup`
 * @example
 * const group = new BaseExceptionGroup("two in one", [new TypeError("wrong"), new CancelledError()]);
 * const [wrong, rest] = group.split(TypeError);
 * console.log(wrong instanceof ExceptionGroup); // true
 * console.log(rest instanceof ExceptionGroup); // false
 */
export class BaseExceptionGroup extends AggregateError {
  static {
    // biome-ignore lint/complexity/noThisInStatic: TypeScript gives the class another name in here, and sets it too late
    this.prototype.name = "BaseExceptionGroup";
  }

  readonly #text: string;

  /**
   * @param message What they have in common. How many they are is added to it.
   * @throws TypeError when they are no list.
   * @throws RangeError when there are none, as Python's ValueError.
   */
  constructor(message: string, errors: Iterable<unknown>, options?: ErrorOptions) {
    checkType(message, "string", "An exception group takes a message, a string");
    if (typeof errors === "string" || typeof lookUp(errors, Symbol.iterator) !== "function") {
      throw new TypeError(`An exception group takes a list of errors, got ${describe(errors)}`);
    }
    const list = [...listed(errors)];
    if (list.length === 0) {
      throw new RangeError("An exception group takes at least one error, got an empty list");
    }
    super(list, `${message} (${list.length} sub-exception${list.length === 1 ? "" : "s"})`, options);
    this.#text = message;
    if (this.constructor === BaseExceptionGroup && list.every(isException)) {
      // biome-ignore lint/correctness/noConstructorReturn: Python's constructor does so too
      return new ExceptionGroup(message, list, options);
    }
  }

  /** The errors, in the order in which they happened: Python's name for `errors`. */
  get exceptions(): readonly unknown[] {
    return this.errors;
  }

  /**
   * The part that meets a condition: a group nested like this one, with the same message and cause; this very group
   * if all of it does, undefined if nothing does.
   *
   * @throws TypeError when it is given something else than a condition.
   */
  subgroup(condition: GroupCondition): BaseExceptionGroup | undefined {
    return this.split(condition)[0];
  }

  /**
   * The part that meets a condition, and the rest; undefined for one that is empty.
   *
   * @throws TypeError when it is given something else than a condition.
   */
  split(
    condition: GroupCondition,
  ): [match: BaseExceptionGroup | undefined, rest: BaseExceptionGroup | undefined] {
    return this.#split(toPredicate(condition));
  }

  /**
   * Makes a group with the same message of other errors. `split` and `subgroup` use it: override it in a class of your
   * own, so that parts are of that class too.
   */
  derive(errors: readonly unknown[]): BaseExceptionGroup {
    return new BaseExceptionGroup(this.#text, errors);
  }

  #split(
    meets: (error: unknown) => boolean,
  ): [BaseExceptionGroup | undefined, BaseExceptionGroup | undefined] {
    if (meets(this)) {
      return [this, undefined];
    }
    const match: unknown[] = [];
    const rest: unknown[] = [];
    for (const error of this.errors) {
      if (error instanceof BaseExceptionGroup) {
        const [matching, left] = error.#split(meets);
        if (matching !== undefined) {
          match.push(matching);
        }
        if (left !== undefined) {
          rest.push(left);
        }
      } else {
        (meets(error) ? match : rest).push(error);
      }
    }
    return [this.#part(match), this.#part(rest)];
  }

  #part(errors: readonly unknown[]): BaseExceptionGroup | undefined {
    if (errors.length === 0) {
      return undefined;
    }
    const part = this.derive(errors);
    if (!(part instanceof BaseExceptionGroup)) {
      throw new TypeError(`derive() must return an instance of BaseExceptionGroup, got ${describe(part)}`);
    }
    if ("cause" in this) {
      part.cause = this.cause;
    }
    const stack = this.stack?.replace(this.message, () => part.message);
    if (stack !== undefined) {
      part.stack = stack;
    }
    return part;
  }
}

/**
 * Several errors that happened side by side, as the tasks of one group can fail together. `exceptStar` deals with
 * them by their classes.
 *
 * @group Errors
 * @see Python's `ExceptionGroup`
 * @example
 * function* fail(reason: string): Coroutine<void> {
 *   yield* sleep(1);
 *   throw new Error(reason);
 * }
 *
 * await run(
 *   (function* (): Coroutine<void> {
 *     try {
 *       yield* taskGroup(function* (group) {
 *         group.createTask(fail("no disk"));
 *         group.createTask(fail("no network"));
 *       });
 *     } catch (error) {
 *       if (!(error instanceof ExceptionGroup)) throw error;
 *       console.log(error.message); // unhandled errors in a TaskGroup (2 sub-exceptions)
 *       console.log(error.errors.map((each) => each.message).join(", ")); // no disk, no network
 *     }
 *   })(),
 * );
 */
export class ExceptionGroup extends BaseExceptionGroup {
  static {
    ExceptionGroup.prototype.name = "ExceptionGroup";
  }

  /** @throws TypeError when one of them is not meant to be dealt with: use BaseExceptionGroup. */
  constructor(message: string, errors: Iterable<unknown>, options?: ErrorOptions) {
    super(message, errors, options);
    const base = this.errors.find((error) => !isException(error));
    if (base === undefined) {
      return;
    }
    throw new TypeError(
      `Cannot nest BaseExceptions in an ExceptionGroup, got a ${base.name}: use a BaseExceptionGroup`,
    );
  }
}

/** Whether it is what Python calls an Exception, which `except Exception` catches. */
export function isException(error: unknown): boolean {
  if (legible(error) instanceof BaseExceptionGroup) {
    return error instanceof ExceptionGroup;
  }
  return !(
    error instanceof CancelledError ||
    error instanceof KeyboardInterrupt ||
    error instanceof GeneratorExit
  );
}

function toPredicate(condition: GroupCondition): (error: unknown) => boolean {
  if (isErrorClass(condition)) {
    return (error) => error instanceof condition;
  }
  const expected = "A group is split by a class of errors, a list of them, or a function";
  if (typeof condition === "function") {
    refuseClass(condition, expected);
    return condition as (error: unknown) => boolean;
  }
  if (isArray(condition) && condition.length > 0 && condition.every(isErrorClass)) {
    return (error) => condition.some((each) => error instanceof each);
  }
  throw new TypeError(`${expected}, got ${describe(condition)}`);
}

/** Whether a value is a class of errors. */
export function isErrorClass(value: unknown): value is ErrorClass {
  return value === Error || (typeof value === "function" && lookUp(value, "prototype") instanceof Error);
}
