import { isPromise, propertyOf } from "./look.ts";
import { apply, defineProperty, descriptorOf, unnamed } from "./own.ts";
import type { Originals } from "./replace-method.ts";

// Kept before the reader's code can replace them.
const { prototype } = Promise;
const { then: hostThen } = prototype;

/** Only JavaScriptCore writes the line onto an error by that name. */
const isJavaScriptCore = Object.hasOwn(new Error(), "line");

type Settle = (value: unknown) => void;

/**
 * JavaScriptCore takes a short cut where a call waits for a thenable that resolves with a promise: one tick less than by the
 * standard, as long as the promise has the `then` of the host. That one has been replaced. So it is back in its place
 * for the moment in which the engine looks.
 */
export class ShortCut {
  readonly #originals: Originals;

  constructor(originals: Originals) {
    this.#originals = originals;
  }

  /** What the engine is to wait for in the place of a value, so that it can take its short cut. */
  open<Value>(value: Value): Value {
    const then = isJavaScriptCore && !isPromise(value) ? propertyOf(value, "then") : undefined;
    return typeof then === "function" ? (this.#standIn(value, then) as Value) : value;
  }

  /** The same for what an iterator gives that is none of promises: the engine waits for the value in it. */
  openValue(result: unknown): unknown {
    const value = propertyOf(result, "value");
    const opened = this.open(value);
    return opened === value ? result : { value: opened, done: propertyOf(result, "done") };
  }

  #standIn(thenable: unknown, then: object): unknown {
    return {
      // biome-ignore lint/suspicious/noThenProperty: what it stands for has one
      then: (resolve: Settle, reject: Settle): unknown => {
        const opening = unnamed((value: unknown) =>
          this.#whileHostsThenIsThere(() => resolve(this.open(value))),
        );
        this.#originals.set(opening, resolve);
        return apply(then as Settle, thenable, [opening, reject]);
      },
    };
  }

  #whileHostsThenIsThere(call: () => void): void {
    const replaced = descriptorOf(prototype, "then");
    // Where the program has put one of its own, the engine takes no short cut without us either.
    if (replaced?.value === undefined || this.#originals.get(replaced.value) !== hostThen) {
      call();
      return;
    }
    defineProperty(prototype, "then", { ...replaced, value: hostThen });
    try {
      call();
    } finally {
      defineProperty(prototype, "then", replaced);
    }
  }
}
