import { describe, expect, test } from "vitest";
import { type Coroutine, IncompleteReadError, LimitOverrunError, StreamReader } from "../../index.ts";
import { runVirtual, start } from "../virtual-time.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function fed(text: string, options?: { limit: number }): StreamReader {
  const reader = new StreamReader(options);
  reader.feedData(encode(text));
  return reader;
}

async function errorOf(coroutine: Coroutine<unknown>): Promise<unknown> {
  return runVirtual(coroutine).then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
}

describe("reading", () => {
  test("takes what is there, waits when there is nothing, and ends with no bytes", async () => {
    const reader = fed("hello");
    function* main(): Coroutine<string[]> {
      const parts = [decode(yield* reader.read(2)), decode(yield* reader.read(100))];
      const waiting = yield* start(reader.read(10));
      reader.feedData(encode("more"));
      parts.push(decode(yield* waiting));
      reader.feedEof();
      parts.push(decode(yield* reader.read(1)));
      return parts;
    }
    expect(await runVirtual(main())).toEqual(["he", "llo", "more", ""]);
    expect(reader.atEof()).toBe(true);
  });

  test.each([1, 3, 1023, 1024, 1025, 4097])("keeps every byte of pieces of %i bytes", async (length) => {
    const reader = new StreamReader();
    const bytes = Uint8Array.from({ length: 10_000 }, (_, i) => i % 251);
    for (let at = 0; at < bytes.length; at += length) {
      reader.feedData(bytes.subarray(at, at + length));
    }
    expect(await runVirtual(reader.readexactly(5000))).toEqual(bytes.subarray(0, 5000));
    reader.feedEof();
    expect(await runVirtual(reader.read())).toEqual(bytes.subarray(5000));
  });

  test("goes to the end without a number", async () => {
    const reader = fed("abc", { limit: 2 });
    reader.feedEof();
    expect(decode(await runVirtual(reader.read()))).toBe("abc");
    expect(await runVirtual(reader.read(0))).toEqual(new Uint8Array());
  });

  test("exactly so many bytes waits for them, or throws what came", async () => {
    const reader = fed("ab");
    function* main(): Coroutine<string> {
      const waiting = yield* start(reader.readexactly(3));
      reader.feedData(encode("cd"));
      return decode(yield* waiting);
    }
    expect(await runVirtual(main())).toBe("abc");
    reader.feedEof();
    const error = await errorOf(reader.readexactly(3));
    expect(error).toBeInstanceOf(IncompleteReadError);
    expect(error).toMatchObject({
      partial: encode("d"),
      expected: 3,
      message: "1 bytes read on a total of 3 expected bytes",
    });
    expect(await errorOf(reader.readexactly(-1))).toBeInstanceOf(RangeError);
  });
});

describe("lines", () => {
  test("come with their newline, the last one as it is", async () => {
    const reader = fed("one\ntwo");
    reader.feedEof();
    expect(decode(await runVirtual(reader.readline()))).toBe("one\n");
    expect(decode(await runVirtual(reader.readline()))).toBe("two");
    expect(decode(await runVirtual(reader.readline()))).toBe("");
  });

  test("longer than the limit are dropped with an error", async () => {
    const reader = fed("too long\nshort\n", { limit: 5 });
    expect(await errorOf(reader.readline())).toBeInstanceOf(RangeError);
    expect(decode(await runVirtual(reader.readline()))).toBe("short\n");
    const endless = fed("endless", { limit: 5 });
    expect(await errorOf(endless.readline())).toEqual(
      new RangeError("Separator is not found, and chunk exceed the limit"),
    );
    endless.feedEof();
    expect(endless.atEof()).toBe(true);
  });
});

describe("separators", () => {
  test("of several, the one that ends first counts", async () => {
    expect(decode(await runVirtual(fed("a;b,c").readuntil([";", ","])))).toBe("a;");
    expect(decode(await runVirtual(fed("ab--c").readuntil(encode("--"))))).toBe("ab--");
  });

  test("may come in two parts", async () => {
    const reader = fed("ab-");
    function* main(): Coroutine<string> {
      const waiting = yield* start(reader.readuntil("--"));
      reader.feedData(encode("-c"));
      return decode(yield* waiting);
    }
    expect(await runVirtual(main())).toBe("ab--");
  });

  test("too far away leave the bytes where they are", async () => {
    const reader = fed("abcdef;", { limit: 3 });
    const error = await errorOf(reader.readuntil(";"));
    expect(error).toBeInstanceOf(LimitOverrunError);
    expect(error).toMatchObject({ consumed: 6 });
    expect(decode(await runVirtual(reader.read(100)))).toBe("abcdef;");
  });

  test("that never come throw what came", async () => {
    const reader = fed("abc");
    reader.feedEof();
    expect(await errorOf(reader.readuntil(";"))).toMatchObject({
      partial: encode("abc"),
      expected: undefined,
    });
  });

  test("have at least one byte", async () => {
    expect(await errorOf(fed("a").readuntil(""))).toBeInstanceOf(RangeError);
    expect(await errorOf(fed("a").readuntil([]))).toBeInstanceOf(RangeError);
  });
});

describe("a reader", () => {
  test("throws the exception it was given, now and later", async () => {
    const reader = new StreamReader();
    const error = new Error("connection lost");
    function* main(): Coroutine<unknown> {
      const waiting = yield* start(reader.read(1));
      reader.setException(error);
      yield;
      return waiting.exception();
    }
    expect(await runVirtual(main())).toBe(error);
    expect(reader.exception()).toBe(error);
    expect(await errorOf(reader.readline())).toBe(error);
  });

  test("serves one task at a time", async () => {
    const reader = new StreamReader();
    function* main(): Coroutine<void> {
      yield* start(reader.read(1));
      yield* reader.readline();
    }
    expect(await errorOf(main())).toMatchObject({
      message: expect.stringContaining("readuntil() called while another coroutine is already waiting"),
    });
  });

  test("pauses its transport above twice the limit, not at it, until no more than the limit is left", async () => {
    const calls: string[] = [];
    const reader = new StreamReader({ limit: 2 });
    reader.setTransport({
      pauseReading: () => calls.push("pause"),
      resumeReading: () => calls.push("resume"),
    });
    reader.feedData(encode("1234"));
    expect(calls).toEqual([]);
    reader.feedData(encode("5"));
    expect(calls).toEqual(["pause"]);
    await runVirtual(reader.read(2));
    expect(calls).toEqual(["pause"]);
    await runVirtual(reader.read(1));
    expect(calls).toEqual(["pause", "resume"]);
  });

  test("takes a limit above 0, and bytes until its end", () => {
    expect(() => new StreamReader({ limit: 0 })).toThrow(
      "StreamReader takes its limit in bytes, 1 or more, got 0",
    );
    expect(() => new StreamReader().feedData("text" as never)).toThrow(
      'takes bytes, a Uint8Array, got the string "text"',
    );
    const reader = new StreamReader();
    reader.feedEof();
    expect(() => reader.feedData(encode("late"))).toThrow("feedData() after feedEof()");
  });
});
