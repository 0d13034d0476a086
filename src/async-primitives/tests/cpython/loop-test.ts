import { expect, test } from "vitest";
import { type Awaitable, type Coroutine, type ExceptionContext, run } from "../../index.ts";
import { virtualLoop } from "../virtual-time.ts";

/** A test whose body is the main coroutine of a run on virtual time, during which nothing must be reported. */
export function loopTest(name: string, body: () => Coroutine<void>): void {
  test(name, async () => {
    const loop = virtualLoop();
    const reports: ExceptionContext[] = [];
    loop.setExceptionHandler((_, context) => reports.push(context));
    await run(body(), { loopFactory: () => loop });
    expect(reports.map(({ message, exception }) => `${message}: ${exception}`)).toEqual([]);
  });
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
