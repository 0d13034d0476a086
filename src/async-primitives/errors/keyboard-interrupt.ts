/**
 * Ctrl-C was pressed during a run, and the main task ended because of it.
 *
 * @group Errors
 * @see Python's `KeyboardInterrupt`
 */
export class KeyboardInterrupt extends Error {
  static {
    KeyboardInterrupt.prototype.name = "KeyboardInterrupt";
  }
}
