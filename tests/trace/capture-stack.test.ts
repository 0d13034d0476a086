import { expect, test } from "vitest";
import { captureStack } from "../../src/trace/capture-stack.ts";

test("a stack is captured without a call of what the program formats stacks with", () => {
  const before = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  let calls = 0;
  const get = () => () => `call ${++calls}`;
  try {
    Object.defineProperty(Error, "prepareStackTrace", { configurable: true, get });
    expect(captureStack()).toContain("capture-stack");
    expect(calls).toBe(0);
    expect(Object.getOwnPropertyDescriptor(Error, "prepareStackTrace")?.get).toBe(get);
  } finally {
    Reflect.deleteProperty(Error, "prepareStackTrace");
    if (before !== undefined) {
      Object.defineProperty(Error, "prepareStackTrace", before);
    }
  }
});
