import { expect, test } from "vitest";
import type { Awaitable, Coroutine } from "../../index.ts";
import { runVirtual } from "../virtual-time.ts";

/** A test whose body is the main coroutine of a run on virtual time. */
export function loopTest(name: string, body: () => Coroutine<void>): void {
  test(name, () => runVirtual(body()));
}

/** What an awaitable throws. The test fails when it throws nothing. */
export function* thrownBy(awaitable: Awaitable<unknown>): Coroutine<unknown> {
  try {
    yield* awaitable;
  } catch (error) {
    return error;
  }
  expect.unreachable("nothing was thrown");
}
