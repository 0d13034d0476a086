/// <reference lib="esnext.disposable" preserve="true" />

import { attached, callable } from "#host";
import { isInstance } from "./errors/check-instance.ts";
import { checkOptions } from "./errors/check-options.ts";
import { checkType } from "./errors/check-type.ts";
import { describe } from "./errors/describe.ts";
import { RuntimeError } from "./errors/errors.ts";

type Values = ReadonlyMap<ContextVar<unknown>, unknown>;

const noValues: Values = new Map();

/**
 * What every `ContextVar` holds for one line of work. Each task has a context of its own, copied from that of
 * its creator: what a task sets, its children see and its siblings do not.
 *
 * @group Context variables
 * @see Python's `contextvars.Context`
 * @example
 * const user = new ContextVar<string>("user");
 * const context = copyContext();
 * context.run(() => user.set("Ada"));
 * console.log(context.get(user)); // Ada
 * console.log(user.get("nobody")); // nobody
 */
export class Context {
  /** @internal */
  values: Values;
  /** Whether it was entered, and another one on top of it. The one on top is the current one. */
  #covered = false;

  /** @internal */
  constructor(values: Values = noValues) {
    this.values = values;
  }

  /** The value that a variable has here; undefined if it was not set. */
  get<T>(variable: ContextVar<T>): T | undefined {
    return attached(this).values.get(variable) as T | undefined;
  }

  /** Whether a variable was set here. */
  has(variable: ContextVar<unknown>): boolean {
    return attached(this).values.has(variable);
  }

  /** Another context with the same values. */
  copy(): Context {
    return new Context(attached(this).values);
  }

  /**
   * Calls a function inside this context: what it sets stays here.
   *
   * @throws RuntimeError when the context is already entered.
   */
  run<A extends unknown[], R>(callback: (...args: A) => R, ...args: A): R {
    callable(callback);
    if (this === current || this.#covered) {
      throw new RuntimeError("This context is already entered: run a copy of it");
    }
    const below = enterContext(attached(this));
    const wasCovered = below.#covered;
    below.#covered = true;
    try {
      return callback(...args);
    } finally {
      below.#covered = wasCovered;
      enterContext(below);
    }
  }
}

let current = new Context();

/** Makes a context the current one and answers with the one that was. */
export function enterContext(context: Context): Context {
  const previous = current;
  current = context;
  return previous;
}

/**
 * A copy of the current context. Costs the same however much is set in it.
 *
 * @group Context variables
 * @see Python's `contextvars.copy_context()`
 * @example
 * const language = new ContextVar("language", { default: "en" });
 * const context = copyContext();
 * language.set("zh");
 * console.log(context.run(() => language.get())); // en
 */
export function copyContext(): Context {
  return current.copy();
}

/**
 * What `set` answers with, and `reset` takes to undo it; or `using` at the end of its block.
 *
 * @group Context variables
 * @see Python's `contextvars.Token`, which `with` takes since 3.14
 */
export class Token<T> implements Disposable {
  /** The variable that was set. */
  readonly variable: ContextVar<T>;
  /** @internal */
  readonly context: Context;
  /** @internal */
  readonly before: Values;
  /** @internal */
  used = false;

  /** @internal */
  constructor(variable: ContextVar<T>, context: Context) {
    this.variable = variable;
    this.context = context;
    this.before = context.values;
  }

  /** The value before `set`; undefined if there was none. */
  get oldValue(): T | undefined {
    return this.before.get(this.variable) as T | undefined;
  }

  /**
   * Gives the variable the value that it had before.
   *
   * @throws RuntimeError when the token was used before.
   * @throws RangeError when it comes from another context.
   * @see Python's `with variable.set(value):`, of 3.14
   */
  [Symbol.dispose](): void {
    this.variable.reset(this);
  }
}

/**
 * A variable with a value of its own in every task: the request being served, the user it is for.
 *
 * @group Context variables
 * @see Python's `contextvars.ContextVar`
 * @example
 * const requestId = new ContextVar<number>("request id");
 *
 * function* handle(id: number): Coroutine<string> {
 *   requestId.set(id);
 *   yield* sleep(1);
 *   return `request ${requestId.get()}`;
 * }
 *
 * const answers = await run(
 *   (function* (): Coroutine<string[]> {
 *     return yield* gather(handle(1), handle(2));
 *   })(),
 * );
 * console.log(answers.join(", ")); // request 1, request 2
 */
export class ContextVar<T> {
  /** What it is called in messages. */
  readonly name: string;
  readonly #hasDefault: boolean;
  readonly #default: T | undefined;

  constructor(name: string, ...options: [] | [{ default: T }]) {
    checkType(name, "string", "ContextVar takes a name, a string");
    if (options.length > 0) {
      checkOptions(options[0], "ContextVar");
    }
    this.name = name;
    this.#hasDefault = options.length > 0;
    this.#default = options[0]?.default;
  }

  /**
   * The value in the current context, or the fallback, or the variable's default.
   *
   * @throws RangeError when there is none of the three (Python's LookupError).
   */
  get(...fallback: [] | [T]): T {
    if (current.values.has(attached(this))) {
      return current.values.get(this) as T;
    }
    if (fallback.length > 0) {
      return fallback[0] as T;
    }
    if (this.#hasDefault) {
      return this.#default as T;
    }
    throw new RangeError(
      `The context variable '${this.name}' has no value here: set it first, or call get(fallback)`,
    );
  }

  /** Sets the value in the current context. The token undoes it. */
  set(value: T): Token<T> {
    const token = new Token<T>(attached(this), current);
    current.values = new Map(current.values).set(this, value);
    return token;
  }

  /**
   * Gives the variable the value it had before the `set` that made this token.
   *
   * @throws RuntimeError when the token was used before.
   * @throws RangeError when the token comes from another variable or another context.
   */
  reset(token: Token<T>): void {
    if (!isInstance(token, Token)) {
      throw new TypeError(`reset() takes the token that set() answered with, got ${describe(token)}`);
    }
    if (token.used) {
      throw new RuntimeError(`This token of '${this.name}' has already been used once`);
    }
    if (token.variable !== attached(this)) {
      throw new RangeError(
        `This token was made by the variable '${token.variable.name}', not '${this.name}'`,
      );
    }
    if (token.context !== current) {
      throw new RangeError(`This token of '${this.name}' was made in another context: reset it there`);
    }
    token.used = true;
    const values = new Map(current.values);
    if (token.before.has(this)) {
      values.set(this, token.before.get(this));
    } else {
      values.delete(this);
    }
    current.values = values;
  }
}
