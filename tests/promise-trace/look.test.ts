import { expect, test } from "vitest";
import { hasThen, isPromise, propertyOf } from "../../src/promise-trace/watching/look.ts";

/** An object that inherits from another one through so many in between. */
function heir(of: object, between: number): object {
  let made = Object.create(of);
  for (let count = 0; count < between; count++) {
    made = Object.create(made);
  }
  return made;
}

test("what a class of promises makes is known as a promise, however it came about", () => {
  expect(isPromise(heir(Promise.prototype, 20))).toBe(true);
  expect(hasThen(heir(Promise.prototype, 20))).toBe(true);
});

test("a chain of thousands of prototypes is not followed to its end, as that would be done after each call", () => {
  const deep = heir(Promise.prototype, 20_000);
  expect([isPromise(deep), hasThen(deep), propertyOf(deep, "constructor")]).toEqual([
    false,
    false,
    undefined,
  ]);
});
