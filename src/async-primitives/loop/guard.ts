import { genuinePromise } from "#host";
import { tagOf } from "../errors/look-up.ts";

/**
 * Calls what belongs to the program from where nobody can catch what it throws, and tells of that, and of what a
 * promise rejects with that it answers with.
 */
export function guard(call: () => unknown, tell: (exception: unknown) => void): void {
  try {
    onRejection(call(), tell);
  } catch (exception) {
    tell(exception);
  }
}

/**
 * Tells of what a promise rejects with that a callback has answered with, as every async function does. Nobody else
 * knows of that promise, so that the host would end the program.
 *
 * Only a promise of the language is looked at. Other things that have a `then` may begin their work when it is called,
 * and a future or a task reports by itself what nobody looks at.
 */
export function onRejection(answer: unknown, tell: (reason: unknown) => void): void {
  if (tagOf(answer) === "Promise") {
    (genuinePromise(answer) as Promise<unknown>).then?.(undefined, tell);
  }
}
