import { awaited } from "#host";
import type { Awaitable } from "../coroutine.ts";
import { checkAwaitable } from "../tasks/ensure-future.ts";

/** What `yield*` takes in the place of what a method of the program's own has answered with. */
export function checkedAwaitable<T>(answer: Awaitable<T>): Awaitable<T> {
  checkAwaitable(answer);
  return awaited(answer);
}
