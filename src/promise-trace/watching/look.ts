import { traceLimits } from "../../trace/trace.ts";
import { knownProxies } from "./known-proxies.ts";
import { cut, descriptorOf, prototypeOf } from "./own.ts";

/*
 * What can be known of a value without a call of the program's code: no getter is asked, and no trap of a proxy.
 */

// Kept before the reader's code can replace it.
const HostPromise = Promise;
const { prototype: promisePrototype } = HostPromise;

/** So many prototypes are looked at. A program may have a chain of thousands, and what each call gives is looked at. */
const mostPrototypes = 100;

export function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

export function isProxy(value: unknown): boolean {
  return isObject(value) && knownProxies.has(value);
}

/** Whether a value has the methods of promises. A proxy of one has not: it is waited for as what has a `then` of its own. */
export function isPromise(value: unknown): value is Promise<unknown> {
  let at = value;
  for (let left = mostPrototypes; left > 0 && isObject(at) && !knownProxies.has(at); left--) {
    if (at === promisePrototype) {
      return true;
    }
    at = prototypeOf(at);
  }
  return false;
}

/** A promise that the engine waits for as it is, without calling its `then` in a job first. */
export function isPlainPromise(value: unknown): value is Promise<unknown> {
  return isPromise(value) && propertyOf(value, "constructor") === HostPromise;
}

/** Whether a value has a `then`, as far as that can be known: a proxy may have one. */
export function hasThen(value: unknown): boolean {
  let at = value;
  for (let left = mostPrototypes; left > 0 && isObject(at); left--) {
    if (knownProxies.has(at) || descriptorOf(at, "then") !== undefined) {
      return true;
    }
    at = prototypeOf(at);
  }
  return false;
}

/** What a property holds, wherever an object has it from; undefined where only a getter or a proxy could tell. */
export function propertyOf(value: unknown, key: PropertyKey): unknown {
  let at = value;
  for (let left = mostPrototypes; left > 0 && isObject(at) && !knownProxies.has(at); left--) {
    const found = descriptorOf(at, key);
    if (found !== undefined) {
      return found.value;
    }
    at = prototypeOf(at);
  }
  return undefined;
}

/** The name of a function; "" for none. */
export function nameOf(value: unknown): string {
  return textOf(value, "name");
}

/** What was thrown, as `String` would have it of an error. */
export function describeThrown(thrown: unknown): string {
  if (!isObject(thrown)) {
    return cut(typeof thrown === "symbol" ? "Symbol()" : `${thrown}`, traceLimits.text);
  }
  const name = textOf(thrown, "name");
  const message = textOf(thrown, "message");
  return cut(name === "" || message === "" ? name || message : `${name}: ${message}`, traceLimits.text);
}

function textOf(value: unknown, key: string): string {
  const text = propertyOf(value, key);
  return typeof text === "string" ? text : "";
}
