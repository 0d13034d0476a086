import { expectTypeOf, test } from "vitest";
import {
  type Address,
  type Coroutine,
  openConnection,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
  startUnixServer,
} from "../../index.ts";

test("a server knows the kind of its addresses", function* () {
  const tcp = yield* startServer(() => {}, "127.0.0.1", 0);
  expectTypeOf(tcp.sockets[0].getsockname()).toEqualTypeOf<readonly [host: string, port: number]>();
  const unix = yield* startUnixServer(() => {}, "/tmp/socket");
  expectTypeOf(unix.sockets[0].getsockname()).toEqualTypeOf<string>();
});

test("what is known about a connection has a type for each name", function* () {
  const [reader, writer] = yield* openConnection("127.0.0.1", 80);
  expectTypeOf(reader).toEqualTypeOf<StreamReader>();
  expectTypeOf(writer.getExtraInfo("peername")).toEqualTypeOf<Address | undefined>();
  expectTypeOf(writer.getExtraInfo("peercert", "none")).toEqualTypeOf<object | string>();
  // @ts-expect-error: there is no such name
  writer.getExtraInfo("weather");
  // @ts-expect-error: bytes, not text
  writer.write("text");
});

test("the block of a server can be anything that is awaited", function* () {
  const server = yield* startServer(() => {}, "127.0.0.1", 0);
  expectTypeOf(yield* server.with(() => sleep(1, "closing time"))).toEqualTypeOf<string>();
});

test("a forgotten star does not compile", () => {
  function* main(writer: StreamWriter): Coroutine<void> {
    // @ts-expect-error: yield instead of yield*
    yield writer.drain();
  }
  void main;
});
