import { describe } from "../errors/describe.ts";
import { lookUp } from "../errors/look-up.ts";

/** A function as it is sent to workers: its text, under a number. */
export interface FunctionSource {
  readonly id: number;
  /** What it is called in messages. */
  readonly name: string;
  readonly text: string;
}

// biome-ignore lint/suspicious/noExplicitAny: whatever function it is given
type AnyFunction = (...args: any[]) => unknown;

const nativeCode = /\{\s*\[native code\]\s*\}\s*$/;
const GeneratorFunction = Object.getPrototypeOf(function* () {}).constructor;
const sources = new WeakMap<AnyFunction, FunctionSource>();
/** By their names and texts, so that a function which is made again and again is sent once. */
const texts = new Map<string, FunctionSource>();

/**
 * The text of a function, for workers.
 *
 * @throws TypeError when it is not a function, or one that has no text of its own.
 */
export function sourceOf(work: AnyFunction, caller: string): FunctionSource {
  const known = sources.get(work);
  if (known !== undefined) {
    return known;
  }
  if (typeof work !== "function") {
    throw new TypeError(`${caller}() takes a function to run in a worker, got ${describe(work)}`);
  }
  const text = Function.prototype.toString.call(work);
  const called = lookUp(work, "name");
  const name = typeof called === "string" && called ? `'${called}'` : "the function";
  checkText(work, name, text);
  const key = `${name} ${text}`;
  const source = texts.get(key) ?? { id: texts.size, name, text };
  texts.set(key, source);
  sources.set(work, source);
  return source;
}

function checkText(work: AnyFunction, name: string, text: string): void {
  if (nativeCode.test(text)) {
    throw new TypeError(
      `A function is sent to a worker as text, but ${name} is bound or built in and has none: wrap it, as in (x) => Math.sqrt(x)`,
    );
  }
  if (text.startsWith("class")) {
    throw new TypeError(`A worker calls functions, but ${name} is a class: wrap it, as in (x) => compute(x)`);
  }
  if (work instanceof GeneratorFunction) {
    throw new TypeError(
      `A worker calls plain functions, since it has no event loop, but ${name} is a generator function`,
    );
  }
}
