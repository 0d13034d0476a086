import { type Coroutine, sleep } from "../../index.ts";

/** What somebody hands in wrongly. Each call makes new ones, as some can be used once. */
export function wrongValues(): ReadonlyMap<string, unknown> {
  const values = makeValues();
  for (const value of values.values()) {
    if (typeof value === "function" || (typeof value === "object" && value !== null)) {
      handedIn.add(value);
    }
  }
  return values;
}

/** The objects among them: where the library answers with one of these, it is left alone. */
export const handedIn = new WeakSet<object>();

function makeValues(): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ["undefined", undefined],
    ["null", null],
    ["NaN", Number.NaN],
    ["-1", -1],
    ["1.5", 1.5],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["2 ** 53", 2 ** 53],
    ["empty text", ""],
    ["text", "x"],
    ["symbol", Symbol("s")],
    ["1n", 1n],
    ["object", {}],
    ["array", []],
    ["function", () => {}],
    ["function that throws", throws],
    ["class", class Thing {}],
    ["revoked proxy", revoked()],
    [
      "object whose getters throw",
      new Proxy({}, { get: throws, has: throws, ownKeys: throws, getPrototypeOf: throws }),
    ],
    ["promise", Promise.resolve(5)],
    ["promise that rejects", rejected()],
    ["coroutine", sleep(0)],
    ["coroutine that throws", fails()],
    ["generator function", fails],
    ["async function", async () => 5],
    ["frozen object", Object.freeze({})],
    ["frozen array", Object.freeze([1])],
    ["bytes", new Uint8Array([120, 10])],
    ["frozen coroutine", Object.freeze(sleep(0))],
  ]);
}

function throws(): never {
  throw new Error("the words of who made the value");
}

function* fails(): Coroutine<never> {
  yield* sleep(0);
  throws();
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** A promise that rejects is the caller's to look after: that nobody does is not the library's matter. */
function rejected(): Promise<never> {
  const promise = Promise.reject(new Error("the words of who made the value"));
  promise.catch(() => {});
  return promise;
}
