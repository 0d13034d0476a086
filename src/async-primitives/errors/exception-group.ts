/**
 * Several errors that happened side by side, as the tasks of one group can fail together.
 *
 * @see Python's `ExceptionGroup`
 * @example
 * function* fail(reason: string): Coroutine<void> {
 *   yield* sleep(1);
 *   throw new Error(reason);
 * }
 *
 * await run(
 *   (function* (): Coroutine<void> {
 *     try {
 *       yield* taskGroup(function* (group) {
 *         group.createTask(fail("no disk"));
 *         group.createTask(fail("no network"));
 *       });
 *     } catch (error) {
 *       if (!(error instanceof ExceptionGroup)) throw error;
 *       console.log(error.message); // unhandled errors in a TaskGroup (2 sub-exceptions)
 *       console.log(error.errors.map((each) => each.message).join(", ")); // no disk, no network
 *     }
 *   })(),
 * );
 */
export class ExceptionGroup extends AggregateError {
  static {
    ExceptionGroup.prototype.name = "ExceptionGroup";
  }

  constructor(message: string, errors: Iterable<unknown>) {
    const list = [...errors];
    super(list, `${message} (${list.length} sub-exception${list.length === 1 ? "" : "s"})`);
  }

  /** The errors, in the order in which they happened: Python's name for `errors`. */
  get exceptions(): readonly unknown[] {
    return this.errors;
  }
}
