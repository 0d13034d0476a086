/**
 * There is no next item: `anext()` throws it at the end. `asyncFor` ends its loop with it.
 *
 * @group Errors
 * @see Python's `StopAsyncIteration`
 */
export class StopAsyncIteration extends Error {
  static {
    StopAsyncIteration.prototype.name = "StopAsyncIteration";
  }
}

/**
 * Thrown inside an asynchronous generator where it has emitted, when it is closed. Let it pass, or clean up and
 * throw it again; a generator that emits once more makes `aclose()` fail.
 *
 * @group Errors
 * @see Python's `GeneratorExit`
 */
export class GeneratorExit extends Error {
  static {
    GeneratorExit.prototype.name = "GeneratorExit";
  }
}
