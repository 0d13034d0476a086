import { describe, expect, test } from "vitest";
import {
  CancelledError,
  type Coroutine,
  createTask,
  getRunningLoop,
  IncompleteReadError,
  LimitOverrunError,
  StreamReader,
  wait,
} from "../../index.ts";
import { start } from "../virtual-time.ts";
import { loopTest, thrownBy } from "./loop-test.ts";

const lines = "line1\nline2\nline3\n";

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function text(data: Uint8Array): string {
  return new TextDecoder().decode(data);
}

function readerOf(...chunks: string[]): StreamReader {
  const reader = new StreamReader();
  feed(reader, ...chunks);
  return reader;
}

function limitedReaderOf(limit: number, ...chunks: string[]): StreamReader {
  const reader = new StreamReader({ limit });
  feed(reader, ...chunks);
  return reader;
}

function feed(reader: StreamReader, ...chunks: string[]): void {
  for (const chunk of chunks) {
    reader.feedData(bytes(chunk));
  }
}

/** Feeds a reader as the loop goes on, and ends it if there is a last chunk of null. */
function feedSoon(reader: StreamReader, ...chunks: (string | null)[]): void {
  getRunningLoop().callSoon(() => {
    for (const chunk of chunks) {
      if (chunk === null) {
        reader.feedEof();
      } else {
        feed(reader, chunk);
      }
    }
  });
}

/** What a reader still holds. Takes it out, without waiting. */
function* restOf(reader: StreamReader): Coroutine<string> {
  reader.feedEof();
  return text(yield* reader.read());
}

describe("feeding a reader", () => {
  // test_streams.StreamTests.test_feed_empty_data
  loopTest("no bytes adds nothing", function* () {
    expect(yield* restOf(readerOf(""))).toBe("");
  });

  // test_streams.StreamTests.test_feed_nonempty_data
  loopTest("bytes keeps them until they are read", function* () {
    expect(yield* restOf(readerOf(lines))).toBe(lines);
  });

  // test_streams.StreamTests.test_invalid_limit
  test("needs a limit above 0", () => {
    expect(() => new StreamReader({ limit: 0 })).toThrow(RangeError);
    expect(() => new StreamReader({ limit: -1 })).toThrow(RangeError);
  });

  // test_streams.StreamTests.test_at_eof
  loopTest("to the end is noticed once everything was read", function* () {
    const reader = new StreamReader();
    expect(reader.atEof()).toBe(false);
    feed(reader, "some data\n");
    expect(reader.atEof()).toBe(false);
    yield* reader.readline();
    expect(reader.atEof()).toBe(false);

    feed(reader, "some data\n");
    reader.feedEof();
    expect(reader.atEof()).toBe(false);
    yield* reader.readline();
    expect(reader.atEof()).toBe(true);
  });
});

describe("read", () => {
  // test_streams.StreamTests.test_read_zero
  loopTest("of 0 bytes takes nothing", function* () {
    const reader = readerOf(lines);
    expect(text(yield* reader.read(0))).toBe("");
    expect(yield* restOf(reader)).toBe(lines);
  });

  // test_streams.StreamTests.test_read
  loopTest("waits for bytes and takes as many as there are", function* () {
    const reader = new StreamReader();
    const reading = createTask(reader.read(30));
    feedSoon(reader, lines);
    expect(text(yield* reading)).toBe(lines);
    expect(yield* restOf(reader)).toBe("");
  });

  // test_streams.StreamTests.test_read_line_breaks
  loopTest("takes no more than it was asked for", function* () {
    const reader = readerOf("line1", "line2");
    expect(text(yield* reader.read(5))).toBe("line1");
    expect(yield* restOf(reader)).toBe("line2");
  });

  // test_streams.StreamTests.test_read_eof
  loopTest("answers with no bytes at the end", function* () {
    const reader = new StreamReader();
    const reading = createTask(reader.read(1024));
    feedSoon(reader, null);
    expect(text(yield* reading)).toBe("");
  });

  // test_streams.StreamTests.test_read_until_eof
  loopTest("takes everything up to the end with -1", function* () {
    const reader = new StreamReader();
    const reading = createTask(reader.read(-1));
    feedSoon(reader, "chunk1\n", "chunk2", null);
    expect(text(yield* reading)).toBe("chunk1\nchunk2");
    expect(yield* restOf(reader)).toBe("");
  });

  // test_streams.StreamTests.test_read_limit
  loopTest("does not mind the limit", function* () {
    const reader = limitedReaderOf(3, "chunk");
    expect(text(yield* reader.read(5))).toBe("chunk");
  });

  // test_streams.StreamTests.test_read_exception
  loopTest("throws the exception that was set", function* () {
    const reader = readerOf("line\n");
    const exception = new Error("broken");
    expect(text(yield* reader.read(2))).toBe("li");
    reader.setException(exception);
    expect(yield* thrownBy(reader.read(2))).toBe(exception);
  });
});

describe("readline", () => {
  // test_streams.StreamTests.test_readline
  loopTest("waits for the end of the line and leaves what comes after it", function* () {
    const reader = readerOf("chunk1 ");
    const reading = createTask(reader.readline());
    feedSoon(reader, "chunk2 ", "chunk3 ", "\n chunk4");
    expect(text(yield* reading)).toBe("chunk1 chunk2 chunk3 \n");
    expect(yield* restOf(reader)).toBe(" chunk4");
  });

  // test_streams.StreamTests.test_readline_nolimit_nowait
  loopTest("takes a line that has come in pieces", function* () {
    const reader = readerOf(lines.slice(0, 6), lines.slice(6));
    expect(text(yield* reader.readline())).toBe("line1\n");
    expect(yield* restOf(reader)).toBe("line2\nline3\n");
  });

  // test_streams.StreamTests.test_readline_eof
  loopTest("answers with what is left when the end comes first", function* () {
    const reader = readerOf("some data");
    reader.feedEof();
    expect(text(yield* reader.readline())).toBe("some data");
  });

  // test_streams.StreamTests.test_readline_empty_eof
  loopTest("answers with no bytes at the end", function* () {
    const reader = new StreamReader();
    reader.feedEof();
    expect(text(yield* reader.readline())).toBe("");
  });

  // test_streams.StreamTests.test_readline_read_byte_count
  loopTest("can be followed by a read", function* () {
    const reader = readerOf(lines);
    yield* reader.readline();
    expect(text(yield* reader.read(7))).toBe("line2\nl");
    expect(yield* restOf(reader)).toBe("ine3\n");
  });

  // test_streams.StreamTests.test_readline_exception
  loopTest("throws the exception that was set", function* () {
    const reader = readerOf("line\n");
    const exception = new Error("broken");
    expect(text(yield* reader.readline())).toBe("line\n");
    reader.setException(exception);
    expect(yield* thrownBy(reader.readline())).toBe(exception);
  });

  // test_streams.StreamTests.test_readline_limit_with_existing_data
  loopTest("drops a line that is too long, and no other", function* () {
    const reader = limitedReaderOf(3, "li", "ne1\nline2\n");
    expect(yield* thrownBy(reader.readline())).toBeInstanceOf(RangeError);
    expect(yield* restOf(reader)).toBe("line2\n");
  });

  // test_streams.StreamTests.test_readline_limit_with_existing_data
  loopTest("drops what there is of a line that is too long and has not ended", function* () {
    const reader = limitedReaderOf(3, "li", "ne1", "li");
    expect(yield* thrownBy(reader.readline())).toBeInstanceOf(RangeError);
    expect(yield* restOf(reader)).toBe("");
  });

  // test_streams.StreamTests.test_readline_limit
  loopTest("drops a line that is too long and comes while it waits", function* () {
    const one = limitedReaderOf(7);
    feedSoon(one, "chunk1", "chunk2", "chunk3\n", null);
    expect(yield* thrownBy(one.readline())).toBeInstanceOf(RangeError);
    expect(yield* restOf(one)).toBe("");

    const two = limitedReaderOf(7);
    feedSoon(two, "chunk1", "chunk2\n", "chunk3\n", null);
    expect(yield* thrownBy(two.readline())).toBeInstanceOf(RangeError);
    expect(yield* restOf(two)).toBe("chunk3\n");
  });

  // test_streams.StreamTests.test_readline_limit
  loopTest("takes a line that is just as long as the limit", function* () {
    const reader = limitedReaderOf(7, "1234567\n");
    expect(text(yield* reader.readline())).toBe("1234567\n");
    for (const tooLong of ["12345678\n", "12345678"]) {
      feed(reader, tooLong);
      expect(yield* thrownBy(reader.readline())).toBeInstanceOf(RangeError);
    }
    expect(yield* restOf(reader)).toBe("");
  });
});

describe("readuntil", () => {
  // test_streams.StreamTests.test_readuntil_separator
  loopTest("needs a separator, and one that is not empty", function* () {
    const reader = new StreamReader();
    for (const separator of ["", [""], []]) {
      expect(yield* thrownBy(reader.readuntil(separator))).toBeInstanceOf(RangeError);
    }
  });

  // test_streams.StreamTests.test_readuntil_multi_chunks
  loopTest("takes what comes before the separator, and the separator", function* () {
    const reader = readerOf("lineAAA");
    expect(text(yield* reader.readuntil("AAA"))).toBe("lineAAA");
    feed(reader, "lineAAAxxx");
    expect(text(yield* reader.readuntil(bytes("AAA")))).toBe("lineAAA");
    expect(yield* restOf(reader)).toBe("xxx");
  });

  // test_streams.StreamTests.test_readuntil_multi_chunks_1
  test.each([
    [["QWEaa", "XYaa", "a"]],
    [["QWEaa", "XYa", "aa"]],
    [["aaa"]],
    [["Xaaa"]],
    [["XYZ", "a", "a", "a"]],
  ])("finds a separator that comes in pieces: %j", (chunks) => {
    const step = readerOf(...chunks)
      .readuntil("aaa")
      .next();
    expect(step.done).toBe(true);
    expect(text(step.value as Uint8Array)).toBe(chunks.join(""));
  });

  // test_streams.StreamTests.test_readuntil_eof
  loopTest("fails when the end comes first, and gives what there was", function* () {
    const reader = readerOf("some dataAA");
    reader.feedEof();
    const error = (yield* thrownBy(reader.readuntil("AAA"))) as IncompleteReadError;
    expect(error).toBeInstanceOf(IncompleteReadError);
    expect(text(error.partial)).toBe("some dataAA");
    expect(error.expected).toBe(undefined);
    expect(error.message).toContain("undefined expected bytes");
    expect(yield* restOf(reader)).toBe("");
  });

  // test_streams.StreamTests.test_readuntil_limit_found_sep
  loopTest("fails when too much comes first, and takes nothing", function* () {
    const reader = limitedReaderOf(3, "some dataAA");
    const notFound = (yield* thrownBy(reader.readuntil("AAA"))) as LimitOverrunError;
    expect(notFound).toBeInstanceOf(LimitOverrunError);
    expect(notFound.message).toContain("not found");

    feed(reader, "A");
    const found = (yield* thrownBy(reader.readuntil("AAA"))) as LimitOverrunError;
    expect(found).toBeInstanceOf(LimitOverrunError);
    expect(found.message).toContain("is found");
    expect(yield* restOf(reader)).toBe("some dataAAA");
  });

  // test_streams.StreamTests.test_readuntil_multi_separator
  loopTest("takes the separator that ends first, even if it is the longer one", function* () {
    const reader = readerOf("line 1\nline 2\r");
    expect(text(yield* reader.readuntil(["\r", "\n"]))).toBe("line 1\n");
    expect(text(yield* reader.readuntil(["\r", "\n"]))).toBe("line 2\r");
    feed(reader, "ABCDEFG");
    expect(text(yield* reader.readuntil(["DEF", "BCDE"]))).toBe("ABCDE");
    expect(yield* restOf(reader)).toBe("FG");
  });

  // test_streams.StreamTests.test_readuntil_multi_separator_limit
  loopTest("keeps to the limit with several separators", function* () {
    const reader = limitedReaderOf(3, "some dataA");
    const error = (yield* thrownBy(reader.readuntil(["A", "ome dataA"]))) as LimitOverrunError;
    expect(error).toBeInstanceOf(LimitOverrunError);
    expect(error.message).toContain("is found");
    expect(yield* restOf(reader)).toBe("some dataA");
  });

  // test_streams.StreamTests.test_readuntil_multi_separator_negative_offset
  loopTest("finds a short separator when a long one would not fit yet", function* () {
    const reader = readerOf("data");
    const reading = createTask(reader.readuntil(["A", "long sep"]));
    feedSoon(reader, "Z");
    feedSoon(reader, "Aaaa");
    expect(text(yield* reading)).toBe("dataZA");
    expect(yield* restOf(reader)).toBe("aaa");
  });

  // test_streams.StreamTests.test_readuntil_bytearray
  loopTest("takes any kind of bytes as a separator", function* () {
    const reader = readerOf("some data\r\n");
    expect(text(yield* reader.readuntil(Buffer.from("\r\n")))).toBe("some data\r\n");
    expect(yield* restOf(reader)).toBe("");
  });
});

describe("readexactly", () => {
  // test_streams.StreamTests.test_readexactly_zero_or_less
  loopTest("of 0 bytes takes nothing, and less is not possible", function* () {
    const reader = readerOf(lines);
    expect(text(yield* reader.readexactly(0))).toBe("");
    expect(yield* thrownBy(reader.readexactly(-1))).toBeInstanceOf(RangeError);
    expect(yield* restOf(reader)).toBe(lines);
  });

  // test_streams.StreamTests.test_readexactly
  loopTest("waits for as many bytes as it was asked for", function* () {
    const reader = new StreamReader();
    const reading = createTask(reader.readexactly(2 * lines.length));
    feedSoon(reader, lines, lines, lines);
    expect(text(yield* reading)).toBe(lines + lines);
    expect(yield* restOf(reader)).toBe(lines);
  });

  // test_streams.StreamTests.test_readexactly_limit
  loopTest("does not mind the limit", function* () {
    const reader = limitedReaderOf(3, "chunk");
    expect(text(yield* reader.readexactly(5))).toBe("chunk");
  });

  // test_streams.StreamTests.test_readexactly_eof
  loopTest("fails when the end comes first, and gives what there was", function* () {
    const reader = new StreamReader();
    const reading = createTask(reader.readexactly(36));
    feedSoon(reader, lines, null);
    const error = (yield* thrownBy(reading)) as IncompleteReadError;
    expect(error).toBeInstanceOf(IncompleteReadError);
    expect(text(error.partial)).toBe(lines);
    expect(error.expected).toBe(36);
    expect(error.message).toBe("18 bytes read on a total of 36 expected bytes");
    expect(yield* restOf(reader)).toBe("");
  });

  // test_streams.StreamTests.test_readexactly_exception
  loopTest("throws the exception that was set", function* () {
    const reader = readerOf("line\n");
    const exception = new Error("broken");
    expect(text(yield* reader.readexactly(2))).toBe("li");
    reader.setException(exception);
    expect(yield* thrownBy(reader.readexactly(2))).toBe(exception);
  });
});

describe("the exception of a reader", () => {
  // test_streams.StreamTests.test_exception
  test("is the one that was set", () => {
    const reader = new StreamReader();
    const exception = new Error("broken");
    expect(reader.exception()).toBe(undefined);
    reader.setException(exception);
    expect(reader.exception()).toBe(exception);
  });

  // test_streams.StreamTests.test_exception_waiter
  loopTest("reaches the task that waits for bytes", function* () {
    const reader = new StreamReader();
    const exception = new Error("broken");
    const reading = yield* start(reader.readline());
    reader.setException(exception);
    yield* wait([reading]);
    expect(reading.exception()).toBe(exception);
  });

  // test_streams.StreamTests.test_exception_cancel
  loopTest("may be set after the task that waited was cancelled", function* () {
    const reader = new StreamReader();
    const reading = yield* start(reader.readline());
    reading.cancel();
    yield;
    expect(() => reading.result()).toThrow(CancelledError);
    reader.setException(new Error("message"));
    expect(yield* thrownBy(reader.readline())).toEqual(new Error("message"));
  });

  // test_streams.StreamTests.test_exception_cancel
  loopTest("may be set in the moment in which the task that waits is cancelled", function* () {
    const reader = new StreamReader();
    const reading = yield* start(reader.readline());
    reading.cancel();
    reader.setException(new Error("message"));
    expect(yield* thrownBy(reading)).toBeInstanceOf(CancelledError);
  });
});
