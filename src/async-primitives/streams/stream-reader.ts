import type { Coroutine } from "../coroutine.ts";
import { AssertionError } from "../errors/assertion-error.ts";
import { checkInstance } from "../errors/check-instance.ts";
import { checkMethods } from "../errors/check-methods.ts";
import { checkOptions } from "../errors/check-options.ts";
import { checkWholeNumber } from "../errors/check-whole-number.ts";
import { describe } from "../errors/describe.ts";
import { RuntimeError } from "../errors/errors.ts";
import { guardMethods } from "../errors/guard-methods.ts";
import { StopAsyncIteration } from "../errors/iteration-errors.ts";
import { isArray, isBytes } from "../errors/look-up.ts";
import { IncompleteReadError, LimitOverrunError } from "../errors/stream-errors.ts";
import { EventLoop, getRunningLoop } from "../event-loop.ts";
import { Future } from "../futures/future.ts";
import type { AsyncCursor } from "../iteration/async-cursor.ts";
import { toAsyncIterable } from "../iteration/to-async-iterable.ts";
import { ByteBuffer } from "./byte-buffer.ts";

const defaultLimit = 2 ** 16;
const newline = new Uint8Array([10]);

/**
 * What a reader is made with.
 *
 * @group Stream options and transports
 */
export interface StreamReaderOptions {
  /** The longest line or chunk that `readline` and `readuntil` give, in bytes; 64 KiB if left out. */
  limit?: number | undefined;
  /** The loop that it belongs to; the one that runs when it is first waited for if left out. */
  loop?: EventLoop | undefined;
}

/**
 * Where the bytes come from, when it can be told to pause.
 *
 * @group Stream options and transports
 */
export interface ReadTransport {
  pauseReading(): void;
  resumeReading(): void;
}

/**
 * Bytes that come in bit by bit, and are read in pieces that make sense.
 *
 * @group Streams
 * @see Python's `asyncio.StreamReader`
 * @example
 * function* main(): Coroutine<string> {
 *   const reader = new StreamReader();
 *   getRunningLoop().callLater(1, () => {
 *     reader.feedData(new TextEncoder().encode("hello\nwor"));
 *     reader.feedEof();
 *   });
 *   return new TextDecoder().decode(yield* reader.readline()).trim();
 * }
 *
 * console.log(await run(main())); // hello
 */
export class StreamReader implements AsyncCursor<Uint8Array> {
  static {
    guardMethods(StreamReader, "StreamReader", (value) => #limit in value);
  }

  readonly #limit: number;
  readonly #loop: EventLoop | undefined;
  readonly #buffer = new ByteBuffer();
  #ended = false;
  #exception: unknown = undefined;
  #waiter: Future<void> | undefined;
  #transport: ReadTransport | undefined;
  #paused = false;

  /**
   * @throws TypeError when the limit is not a number.
   * @throws RangeError when the limit is 0 or less.
   */
  constructor(options: StreamReaderOptions = {}) {
    checkOptions(options, "StreamReader");
    const { limit = defaultLimit, loop } = options;
    checkLimit(limit);
    checkInstance(loop, EventLoop, "StreamReader takes a loop as options.loop");
    this.#limit = limit;
    this.#loop = loop;
  }

  /** The exception that reading throws; undefined if there is none. */
  exception(): unknown {
    return this.#exception;
  }

  /** Makes whoever reads, now or later, throw. */
  setException(exception: unknown): void {
    this.#exception = exception;
    this.#settleWaiter((waiter) => waiter.setException(exception));
  }

  /** Says where the bytes come from, so that it can be paused while nobody reads. */
  setTransport(transport: ReadTransport): void {
    checkMethods(transport, ["pauseReading", "resumeReading"], "setTransport() takes a transport");
    if (this.#transport !== undefined) {
      throw new AssertionError("The transport of this StreamReader is already set");
    }
    this.#transport = transport;
  }

  /**
   * Adds bytes.
   *
   * @throws AssertionError after `feedEof()`.
   * @throws TypeError when it is not given a Uint8Array.
   */
  feedData(data: Uint8Array): void {
    if (this.#ended) {
      throw new AssertionError("feedData() after feedEof(): the stream has already ended");
    }
    if (!isBytes(data)) {
      throw new TypeError(`feedData() takes bytes, a Uint8Array, got ${describe(data)}: encode it first`);
    }
    if (data.length === 0) {
      return;
    }
    this.#buffer.append(data);
    this.#settleWaiter((waiter) => waiter.setResult());
    if (this.#transport !== undefined && !this.#paused && this.#buffer.size > 2 * this.#limit) {
      this.#transport.pauseReading();
      this.#paused = true;
    }
  }

  /** Says that no more bytes come. */
  feedEof(): void {
    this.#ended = true;
    this.#settleWaiter((waiter) => waiter.setResult());
  }

  /** Whether the stream has ended and everything was read. */
  atEof(): boolean {
    return this.#ended && this.#buffer.size === 0;
  }

  /**
   * Reads what is there, up to `n` bytes, and waits if there is nothing. Without `n`, or with -1, reads to the
   * end. Answers with no bytes at the end.
   */
  *read(n = -1): Coroutine<Uint8Array> {
    checkWholeNumber(n, "read() takes a number of bytes");
    this.#throwException();
    if (n === 0) {
      return new Uint8Array();
    }
    if (n < 0) {
      return yield* this.#readToEnd();
    }
    if (this.#buffer.size === 0 && !this.#ended) {
      yield* this.#waitForData("read");
    }
    return this.#take(n);
  }

  /**
   * Reads exactly `n` bytes.
   *
   * @throws IncompleteReadError when the stream ends before.
   * @throws RangeError when `n` is negative.
   */
  *readexactly(n: number): Coroutine<Uint8Array> {
    checkWholeNumber(n, "readexactly() takes a number of bytes", 0);
    this.#throwException();
    while (this.#buffer.size < n) {
      if (this.#ended) {
        throw new IncompleteReadError(this.#buffer.take(n), n);
      }
      yield* this.#waitForData("readexactly");
    }
    return this.#take(n);
  }

  /**
   * Reads a line, with its newline. Answers with what is left when the stream ends without one.
   *
   * @throws RangeError when the line is longer than the limit: it is dropped.
   */
  *readline(): Coroutine<Uint8Array> {
    try {
      return yield* this.readuntil(newline);
    } catch (error) {
      if (error instanceof IncompleteReadError) {
        return error.partial;
      }
      if (!(error instanceof LimitOverrunError)) {
        throw error;
      }
      const lineIsWhole = this.#buffer.indexOf(newline, error.consumed) === error.consumed;
      this.#take(lineIsWhole ? error.consumed + newline.length : this.#buffer.size);
      throw new RangeError(error.message);
    }
  }

  /**
   * Reads up to a separator, which is part of the answer. Of several separators the one that ends first counts.
   *
   * @param separator Bytes, or text that stands for its UTF-8 bytes; a newline if left out.
   * @throws IncompleteReadError when the stream ends before.
   * @throws LimitOverrunError when more bytes than the limit come before: they can still be read.
   * @throws RangeError when a separator is empty, or there is none.
   */
  *readuntil(
    separator: string | Uint8Array | readonly (string | Uint8Array)[] = newline,
  ): Coroutine<Uint8Array> {
    const separators = checkSeparators(separator);
    const shortest = separators[0]?.length ?? 0;
    const longest = separators.at(-1)?.length ?? 0;
    this.#throwException();
    let searched = 0;
    while (true) {
      const size = this.#buffer.size;
      if (size - searched >= shortest) {
        const match = this.#find(separators, searched);
        if (match !== undefined) {
          if (match.start <= this.#limit) {
            return this.#take(match.end);
          }
          throw new LimitOverrunError("Separator is found, but chunk is longer than limit", match.start);
        }
        searched = Math.max(0, size + 1 - longest);
        if (searched > this.#limit) {
          throw new LimitOverrunError("Separator is not found, and chunk exceed the limit", searched);
        }
      }
      if (this.#ended) {
        throw new IncompleteReadError(this.#buffer.take(size), undefined);
      }
      yield* this.#waitForData("readuntil");
    }
  }

  /** Goes through its lines, from where it is: `asyncFor(reader, ...)`. Whoever breaks off can read on. */
  aiter(): this {
    return this;
  }

  /**
   * Reads the next line, with its newline.
   *
   * @throws StopAsyncIteration at the end of the stream.
   * @throws RangeError when the line is longer than the limit: it is dropped.
   */
  *anext(): Coroutine<Uint8Array> {
    const line = yield* this.readline();
    if (line.length === 0) {
      throw new StopAsyncIteration();
    }
    return line;
  }

  /**
   * For native code: `for await (const line of reader)`. The loop has to run meanwhile.
   *
   * @throws RuntimeError when it is called where no loop runs, and the reader was made without one.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<Uint8Array, undefined> {
    return toAsyncIterable(this, { loop: this.#loop });
  }

  #find(separators: readonly Uint8Array[], from: number): { start: number; end: number } | undefined {
    let found: { start: number; end: number } | undefined;
    for (const separator of separators) {
      const start = this.#buffer.indexOf(separator, from);
      const end = start + separator.length;
      if (start >= 0 && (found === undefined || end < found.end)) {
        found = { start, end };
      }
    }
    return found;
  }

  *#readToEnd(): Coroutine<Uint8Array> {
    const all = new ByteBuffer();
    while (true) {
      const chunk = yield* this.read(this.#limit);
      if (chunk.length === 0) {
        return all.take(all.size);
      }
      all.append(chunk);
    }
  }

  /** @internal Takes back what has come and nobody has read. */
  takeUnread(): Uint8Array {
    return this.#take(this.#buffer.size);
  }

  #take(count: number): Uint8Array {
    const taken = this.#buffer.take(count);
    if (this.#paused && this.#buffer.size <= this.#limit) {
      this.#resume();
    }
    return taken;
  }

  *#waitForData(method: string): Coroutine<void> {
    if (this.#waiter !== undefined) {
      throw new RuntimeError(
        `${method}() called while another coroutine is already waiting for incoming data: let one task read`,
      );
    }
    if (this.#paused) {
      this.#resume();
    }
    this.#waiter = new Future<void>({ loop: this.#loop ?? getRunningLoop() }).standsFor("read", this);
    try {
      yield* this.#waiter;
    } finally {
      this.#waiter = undefined;
    }
  }

  #settleWaiter(settle: (waiter: Future<void>) => void): void {
    const waiter = this.#waiter;
    this.#waiter = undefined;
    if (waiter !== undefined && !waiter.cancelled()) {
      settle(waiter);
    }
  }

  #resume(): void {
    this.#paused = false;
    this.#transport?.resumeReading();
  }

  #throwException(): void {
    if (this.#exception !== undefined) {
      throw this.#exception;
    }
  }
}

/**
 * @throws TypeError when it is not a number.
 * @throws RangeError when it is 0 or less.
 */
export function checkLimit(limit: number): void {
  checkWholeNumber(limit, "StreamReader takes its limit in bytes", 1, true);
}

function checkSeparators(separator: string | Uint8Array | readonly (string | Uint8Array)[]): Uint8Array[] {
  const list = isSeparator(separator) ? [separator] : separator;
  if (!isArray(list) || ![...list].every(isSeparator)) {
    throw new TypeError(`readuntil() takes text, bytes or an array of them, got ${describe(separator)}`);
  }
  const encoder = new TextEncoder();
  const separators = list.map((each) => (typeof each === "string" ? encoder.encode(each) : each));
  if (separators.length === 0) {
    throw new RangeError("readuntil() takes at least one separator, got an empty list");
  }
  separators.sort((a, b) => a.length - b.length);
  if (separators[0]?.length === 0) {
    throw new RangeError("readuntil() takes a separator of one byte or more, got an empty one");
  }
  return separators;
}

function isSeparator(value: unknown): value is string | Uint8Array {
  return typeof value === "string" || isBytes(value);
}
