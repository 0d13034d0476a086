/**
 * Tells of what a promise rejects with that a callback has answered with, as every async function does. Nobody else
 * knows of that promise, so that the host would end the program.
 *
 * Only a promise of the language is looked at. Other things that have a `then` may begin their work when it is called,
 * and a future or a task reports by itself what nobody looks at.
 */
export function onRejection(answer: unknown, tell: (reason: unknown) => void): void {
  if (Object.prototype.toString.call(answer) === "[object Promise]") {
    (answer as Promise<unknown>).then(undefined, tell);
  }
}
