/**
 * The stream ended before everything that was asked for had come.
 *
 * @group Errors
 * @see Python's `asyncio.IncompleteReadError`
 */
export class IncompleteReadError extends Error {
  static {
    IncompleteReadError.prototype.name = "IncompleteReadError";
  }

  /** The bytes that did come. */
  readonly partial: Uint8Array;
  /** How many bytes were expected; undefined when a separator was looked for. */
  readonly expected: number | undefined;

  constructor(partial: Uint8Array, expected: number | undefined) {
    super(`${partial.length} bytes read on a total of ${expected ?? "undefined"} expected bytes`);
    this.partial = partial;
    this.expected = expected;
  }
}

/**
 * More bytes than the reader's limit came without the separator.
 *
 * @group Errors
 * @see Python's `asyncio.LimitOverrunError`
 */
export class LimitOverrunError extends Error {
  static {
    LimitOverrunError.prototype.name = "LimitOverrunError";
  }

  /** How many bytes can be taken from the reader without missing the start of a separator. */
  readonly consumed: number;

  constructor(message: string, consumed: number) {
    super(message);
    this.consumed = consumed;
  }
}
