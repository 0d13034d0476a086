/**
 * What looks at a value without calling any of the program's code, which may replace methods of the host and have its own
 * called: kept before the program begins, and called without a look at what has become of it.
 */
const { bind, call } = Function.prototype;

type Method<This, Values extends unknown[], Result> = (this: This, ...values: Values) => Result;

/** A method as a function, which takes first what it would be called on. */
function detached<This, Values extends unknown[], Result>(
  method: Method<This, Values, Result>,
): (on: This, ...values: Values) => Result {
  return bind.call(call, method);
}

/** What a getter of a prototype gives: it throws for what is not of its kind. */
function getterOf<Result>(prototype: object, key: PropertyKey): (on: unknown) => Result {
  return detached(Object.getOwnPropertyDescriptor(prototype, key)?.get as Method<unknown, [], Result>);
}

const typedArray = Object.getPrototypeOf(Uint8Array.prototype);

export const untouched = {
  isArray: Array.isArray,
  isView: ArrayBuffer.isView,
  descriptorOf: Reflect.getOwnPropertyDescriptor,
  prototypeOf: Reflect.getPrototypeOf,
  keysOf: Reflect.ownKeys,
  stringify: JSON.stringify as (text: string) => string,
  slice: detached(String.prototype.slice),
  codeAt: detached(String.prototype.charCodeAt),
  symbolText: detached(Symbol.prototype.toString),
  mapSize: getterOf<number>(Map.prototype, "size"),
  mapEntries: detached(Map.prototype.entries),
  nextOfMap: detached(Object.getPrototypeOf(new Map().entries()).next) as (
    on: Iterator<unknown>,
  ) => IteratorResult<readonly [unknown, unknown]>,
  setSize: getterOf<number>(Set.prototype, "size"),
  setValues: detached(Set.prototype.values),
  nextOfSet: detached(Object.getPrototypeOf(new Set().values()).next) as (
    on: Iterator<unknown>,
  ) => IteratorResult<unknown>,
  isNaN: Number.isNaN,
  timeOf: detached(Date.prototype.getTime),
  dateText: detached(Date.prototype.toISOString),
  sourceOf: getterOf<string>(RegExp.prototype, "source"),
  lengthOfView: getterOf<number>(typedArray, "length"),
  prototypes: {
    map: Map.prototype,
    set: Set.prototype,
    promise: Promise.prototype,
    error: Error.prototype,
    date: Date.prototype,
    pattern: RegExp.prototype,
  },
} as const;
