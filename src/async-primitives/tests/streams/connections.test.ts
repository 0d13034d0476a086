import { expect, test } from "vitest";
import {
  BrokenPipeError,
  CancelledError,
  type ClientConnected,
  ConnectionRefusedError,
  ConnectionResetError,
  ContextVar,
  type Coroutine,
  createTask,
  FileNotFoundError,
  gather,
  getRunningLoop,
  IncompleteReadError,
  OSError,
  openConnection,
  openUnixConnection,
  RuntimeError,
  run,
  type Server,
  type StreamWriter,
  sleep,
  startServer,
  startUnixServer,
  type Task,
  wait,
} from "../../index.ts";
import {
  decode,
  describeOverBothNetworks,
  type Ends,
  echo,
  encode,
  freshPath,
  withConnection,
  withServer,
} from "./networks.ts";

const highWater = 64 * 1024;
const lowWater = 16 * 1024;
const moreThanBuffersHold = 32 * 1024 * 1024;

/** Writes until the writer would have to wait. */
function fill(writer: StreamWriter): void {
  const piece = new Uint8Array(highWater);
  for (let sent = 0; sent < moreThanBuffersHold; sent += piece.length) {
    writer.write(piece);
  }
  expect(writer.transport.getWriteBufferSize()).toBeGreaterThan(highWater);
}

/** Gives the host turns until something is so. */
function* until(condition: () => boolean): Coroutine<void> {
  while (!condition()) {
    yield* sleep(0.001);
  }
}

/** Reads in the background, so that the writer can go on. */
function readInBackground(reader: Ends[0]) {
  return createTask(
    (function* (): Coroutine<void> {
      while ((yield* reader.read(highWater)).length > 0) {}
    })(),
  );
}

/** Catches what a coroutine throws. */
function* thrownBy(coroutine: Coroutine<unknown>): Coroutine<unknown> {
  try {
    yield* coroutine;
  } catch (error) {
    return error;
  }
  return undefined;
}

describeOverBothNetworks("a connection", () => {
  test("carries bytes there and back", async () => {
    const answer = await run(
      withServer(echo, function* ([host, port]) {
        const [reader, writer] = yield* openConnection(host, port);
        writer.write(encode("hello "));
        writer.writelines([encode("wor"), encode("ld\n")]);
        const line = yield* reader.readline();
        writer.close();
        yield* writer.waitClosed();
        return decode(line);
      }),
    );
    expect(answer).toBe("hello world\n");
  });

  test("goes on after writelines() whose last piece is empty", async () => {
    const size = 8 * 1024 * 1024;
    const received = await run(
      withConnection(function* ([, served], [reader]) {
        served.writelines([new Uint8Array(size), new Uint8Array(0)]);
        const reading = createTask(reader.readexactly(size + 4));
        yield* served.drain();
        served.write(encode("more"));
        return decode((yield* reading).subarray(size));
      }),
    );
    expect(received).toBe("more");
  });

  test("serves many clients at once, each its own", async () => {
    const answers = await run(
      withServer(echo, function* ([host, port]) {
        function* ask(n: number): Coroutine<string> {
          const [reader, writer] = yield* openConnection(host, port);
          writer.write(encode(`client ${n}\n`));
          const line = yield* reader.readline();
          writer.close();
          yield* writer.waitClosed();
          return decode(line);
        }
        return yield* gather(Array.from({ length: 100 }, (_, n) => ask(n)));
      }),
    );
    expect(answers).toEqual(Array.from({ length: 100 }, (_, n) => `client ${n}\n`));
  });

  test("can be half-closed: the peer reads to the end and still answers", async () => {
    function* sum(reader: Ends[0], writer: Ends[1]): Coroutine<void> {
      const all = decode(yield* reader.read());
      writer.write(encode(`${all.split(" ").reduce((total, each) => total + Number(each), 0)}`));
      writer.close();
    }
    const answer = await run(
      withServer(sum, function* ([host, port]) {
        const [reader, writer] = yield* openConnection(host, port);
        expect(writer.canWriteEof()).toBe(true);
        writer.write(encode("1 2 3"));
        writer.writeEof();
        const all = decode(yield* reader.read());
        expect(reader.atEof()).toBe(true);
        writer.close();
        yield* writer.waitClosed();
        return all;
      }),
    );
    expect(answer).toBe("6");
  });

  test("sends everything that was written before close()", async () => {
    const size = await run(
      withConnection(function* ([, served], [reader]) {
        served.write(new Uint8Array(3_000_000));
        served.close();
        return (yield* reader.read()).length;
      }),
    );
    expect(size).toBe(3_000_000);
  });

  test("throws what was read when it ends before what was asked for", async () => {
    const error = await run(
      withConnection(function* ([, served], [reader]) {
        served.write(encode("abc"));
        served.close();
        return yield* thrownBy(reader.readexactly(10));
      }),
    );
    expect(error).toBeInstanceOf(IncompleteReadError);
    expect((error as IncompleteReadError).partial).toEqual(encode("abc"));
    expect((error as IncompleteReadError).expected).toBe(10);
  });

  test("drops a line that is longer than the reader's limit", async () => {
    await run(
      withConnection(
        function* ([reader], [, client]) {
          client.write(encode(`${"x".repeat(5000)}\nnext\n`));
          const error = yield* thrownBy(reader.readline());
          expect(error).toBeInstanceOf(RangeError);
        },
        { limit: 1000 },
      ),
    );
  });

  test("refuses to write after writeEof()", async () => {
    await run(
      withConnection(function* (_, [, writer]) {
        writer.writeEof();
        expect(() => writer.write(encode("x"))).toThrow(RuntimeError);
        yield;
      }),
    );
  });

  test("refuses to write text, and says how to encode it", async () => {
    await run(
      withConnection(function* (_, [, writer]) {
        expect(() => writer.write("text" as never)).toThrow("new TextEncoder().encode(text)");
        yield;
      }),
    );
  });

  test("drops what is written after close()", async () => {
    const all = await run(
      withConnection(function* ([, served], [reader]) {
        served.write(encode("before"));
        served.close();
        served.write(encode("after"));
        expect(served.isClosing()).toBe(true);
        return decode(yield* reader.read());
      }),
    );
    expect(all).toBe("before");
  });

  test("is lost once it is closed: drain() throws, reading ends, closing again does nothing", async () => {
    await run(
      withConnection(function* (_, [reader, writer]) {
        writer.close();
        expect(yield* thrownBy(writer.drain())).toBeInstanceOf(ConnectionResetError);
        expect((yield* reader.read()).length).toBe(0);
        writer.close();
        writer.writeEof();
        yield* writer.waitClosed();
        yield* writer.waitClosed();
      }),
    );
  });

  test("knows both its addresses", async () => {
    await run(
      withConnection(function* ([, served], [, client]) {
        expect(served.getExtraInfo("peername")).toEqual(client.getExtraInfo("sockname"));
        expect(served.getExtraInfo("sockname")).toEqual(client.getExtraInfo("peername"));
        expect(client.getExtraInfo("cipher")).toBeUndefined();
        expect(client.getExtraInfo("cipher", "none")).toBe("none");
        yield;
      }),
    );
  });

  test("refuses where nobody listens", async () => {
    const port = await run(
      withServer(echo, function* ([, free]) {
        yield;
        return free;
      }),
    );
    await expect(run(openConnection("127.0.0.1", port))).rejects.toThrow(ConnectionRefusedError);
    await expect(run(openConnection("localhost", port))).rejects.toThrow(`localhost:${port}`);
  });

  test("runs over a Unix socket", async () => {
    const path = freshPath();
    function* main(): Coroutine<string> {
      const server = yield* startUnixServer(echo, path);
      expect(server.sockets[0].getsockname()).toBe(path);
      return yield* server.with(function* () {
        const [reader, writer] = yield* openUnixConnection(path);
        expect(writer.getExtraInfo("peername")).toBe(path);
        writer.write(encode("unix\n"));
        const line = yield* reader.readline();
        writer.close();
        return decode(line);
      });
    }
    expect(await run(main())).toBe("unix\n");
    await expect(run(openUnixConnection(path))).rejects.toThrow(FileNotFoundError);
  });

  test.each([-1, 65536, 1.5, Number.NaN, "80" as never])("refuses the port %s", async (port) => {
    await expect(run(openConnection("127.0.0.1", port))).rejects.toThrow(RangeError);
    await expect(run(startServer(echo, "127.0.0.1", port))).rejects.toThrow(RangeError);
  });

  test("refuses a host that is not text", async () => {
    await expect(run(openConnection(undefined as never, 80))).rejects.toThrow(
      "openConnection() takes a host",
    );
  });
});

describeOverBothNetworks("backpressure", () => {
  test("makes drain() wait above the high-water mark, until the low-water mark", async () => {
    await run(
      withConnection(function* ([reader], [, writer]) {
        fill(writer);
        const draining = createTask(writer.drain());
        yield* sleep(0.02);
        expect(draining.done()).toBe(false);
        const reading = readInBackground(reader);
        yield* draining;
        expect(writer.transport.getWriteBufferSize()).toBeLessThanOrEqual(lowWater);
        reading.cancel();
      }),
    );
  });

  test("does not make drain() wait below the mark", async () => {
    await run(
      withConnection(function* (_, [, writer]) {
        writer.write(encode("little"));
        const draining = createTask(writer.drain());
        yield;
        expect(draining.done()).toBe(true);
      }),
    );
  });

  test("wakes every task that drains", async () => {
    await run(
      withConnection(function* ([reader], [, writer]) {
        fill(writer);
        const draining = gather(writer.drain(), writer.drain(), writer.drain());
        const reading = readInBackground(reader);
        yield* draining;
        reading.cancel();
      }),
    );
  });

  test("stops reading when more than twice the limit waits to be read", async () => {
    await run(
      withConnection(
        function* ([reader], [, writer]) {
          fill(writer);
          yield* sleep(0.02);
          expect(writer.transport.getWriteBufferSize()).toBeGreaterThan(highWater);
          writer.close();
          expect((yield* reader.read()).length).toBe(moreThanBuffersHold);
        },
        { limit: 1000 },
      ),
    );
  });

  test("throws in drain() when the peer breaks off while it waits", async () => {
    const error = await run(
      withConnection(function* ([, served], [, writer]) {
        fill(writer);
        const draining = createTask(thrownBy(writer.drain()));
        yield* sleep(0.01);
        served.getExtraInfo("socket")?.resetAndDestroy();
        return yield* draining;
      }),
    );
    expect(error).toBeInstanceOf(OSError);
    expect([ConnectionResetError, BrokenPipeError]).toContain((error as Error).constructor);
  });

  test("leaves the others waiting when one task that drains is cancelled", async () => {
    await run(
      withConnection(function* ([reader], [, writer]) {
        fill(writer);
        const [cancelled, other] = [createTask(writer.drain()), createTask(writer.drain())];
        yield* sleep(0);
        cancelled.cancel();
        yield* thrownBy(cancelled as never);
        expect(other.done()).toBe(false);
        const reading = readInBackground(reader);
        yield* other;
        reading.cancel();
      }),
    );
  });
});

describeOverBothNetworks("a connection that breaks", () => {
  test("throws ConnectionResetError where it is read, and in waitClosed()", async () => {
    await run(
      withConnection(function* ([, served], [reader, writer]) {
        const reading = createTask(thrownBy(reader.read(10)));
        yield* sleep(0);
        served.getExtraInfo("socket")?.resetAndDestroy();
        expect(yield* reading).toBeInstanceOf(ConnectionResetError);
        expect(yield* thrownBy(reader.readline())).toBeInstanceOf(ConnectionResetError);
        expect(yield* thrownBy(writer.drain())).toBeInstanceOf(ConnectionResetError);
        expect(yield* thrownBy(writer.waitClosed())).toBeInstanceOf(ConnectionResetError);
        expect(writer.isClosing()).toBe(true);
        writer.write(encode("into the void"));
      }),
    );
  });

  test("fails a writer that goes on after the peer has closed", async () => {
    const error = await run(
      withConnection(function* ([, served], [reader, writer]) {
        served.close();
        expect((yield* reader.read()).length).toBe(0);
        for (;;) {
          writer.write(encode("anybody there?"));
          const thrown = yield* thrownBy(writer.drain());
          if (thrown !== undefined) {
            return thrown;
          }
          yield* sleep(0.001);
        }
      }),
    );
    expect([ConnectionResetError, BrokenPipeError]).toContain((error as Error).constructor);
  });

  test("lets what is on its way be read when this side's peer closes after writing", async () => {
    const all = await run(
      withConnection(function* ([, served], [reader]) {
        served.write(encode("last words"));
        served.close();
        yield* served.waitClosed();
        return decode(yield* reader.read());
      }),
    );
    expect(all).toBe("last words");
  });

  test("ends at once with abort()", async () => {
    await run(
      withConnection(function* (_, [reader, writer]) {
        fill(writer);
        writer.transport.abort();
        yield* writer.waitClosed();
        expect((yield* reader.read()).length).toBe(0);
      }),
    );
  });
});

describeOverBothNetworks("a server", () => {
  test.each<[string, ClientConnected]>([
    [
      "a coroutine",
      function* (): Coroutine<void> {
        throw new Error("in the handler");
      },
    ],
    [
      "a plain function",
      () => {
        throw new Error("in the handler");
      },
    ],
  ])("reports a handler that fails, %s, and closes its connection", async (_, fail) => {
    const messages: string[] = [];
    await run(
      withServer(fail, function* ([host, port]) {
        getRunningLoop().setExceptionHandler((_, { message, exception }) => {
          messages.push(`${message}: ${(exception as Error).message}`);
        });
        const [reader, writer] = yield* openConnection(host, port);
        expect((yield* reader.read()).length).toBe(0);
        writer.close();
      }),
    );
    expect(messages).toEqual(["Unhandled exception in the function that serves a client: in the handler"]);
  });

  test("closes the connection of a handler that is cancelled", async () => {
    function* main(): Coroutine<number> {
      const handlers: { cancel(): void }[] = [];
      function* wait(): Coroutine<void> {
        yield* sleep(3600);
      }
      const server = yield* startServer(
        () => {
          const task = createTask(wait());
          handlers.push(task);
          return (function* (): Coroutine<void> {
            yield* task;
          })();
        },
        "127.0.0.1",
        0,
      );
      const [reader, writer] = yield* openConnection(...server.sockets[0].getsockname());
      yield* until(() => handlers.length > 0);
      handlers[0]?.cancel();
      const size = (yield* reader.read()).length;
      writer.close();
      server.close();
      yield* server.waitClosed();
      return size;
    }
    expect(await run(main())).toBe(0);
  });

  test("takes a plain function too", async () => {
    function* main(): Coroutine<string> {
      const server = yield* startServer(
        (_, writer) => {
          writer.write(encode("plain"));
          writer.close();
        },
        "127.0.0.1",
        0,
      );
      return yield* server.with(function* () {
        const [reader, writer] = yield* openConnection(...server.sockets[0].getsockname());
        const all = decode(yield* reader.read());
        writer.close();
        return all;
      });
    }
    expect(await run(main())).toBe("plain");
  });

  test("reports a plain function that throws, and an async one that rejects, and closes their connections", async () => {
    const reports: unknown[] = [];
    const handlers: ClientConnected[] = [
      () => {
        throw new Error("thrown");
      },
      async () => {
        throw new Error("rejected");
      },
    ];
    function* main(): Coroutine<string[]> {
      const loop = getRunningLoop();
      loop.setExceptionHandler((_, { message, exception }) => reports.push([message, exception]));
      const received: string[] = [];
      for (const handler of handlers) {
        const server = yield* startServer(handler, "127.0.0.1", 0);
        received.push(
          yield* server.with(function* () {
            const [reader, writer] = yield* openConnection(...server.sockets[0].getsockname());
            const all = decode(yield* reader.read());
            writer.close();
            return all;
          }),
        );
      }
      return received;
    }
    expect(await run(main())).toEqual(["", ""]);
    const message = "Unhandled exception in the function that serves a client";
    expect(reports).toEqual([
      [message, new Error("thrown")],
      [message, new Error("rejected")],
    ]);
  });

  test("serves with a native async function", async () => {
    function* main(): Coroutine<string> {
      const server = yield* startServer(
        async (reader, writer) => {
          const line = await server.getLoop().createTask(reader.readline());
          writer.write(line);
          writer.close();
        },
        "127.0.0.1",
        0,
      );
      return yield* server.with(function* () {
        const [reader, writer] = yield* openConnection(...server.sockets[0].getsockname());
        writer.write(encode("native\n"));
        const line = decode(yield* reader.read());
        writer.close();
        return line;
      });
    }
    expect(await run(main())).toBe("native\n");
  });

  test.each([0, -1, Number.NaN, "64" as never])(
    "refuses a limit of %s before anybody connects",
    async (limit) => {
      await expect(run(startServer(echo, "127.0.0.1", 0, { limit }))).rejects.toThrow(/limit/);
    },
  );

  test("is not ended by a handler that tells its own reader of the end, though more comes", async () => {
    const reports: string[] = [];
    function* main(): Coroutine<unknown> {
      getRunningLoop().setExceptionHandler((_, { message }) => reports.push(message));
      const endEarly = (reader: Ends[0]) => reader.feedEof();
      const server = yield* startServer(endEarly, "127.0.0.1", 0);
      return yield* server.with(function* () {
        const [reader, writer] = yield* openConnection(...server.sockets[0].getsockname());
        writer.write(encode("too late"));
        const error = yield* thrownBy(reader.read());
        writer.close();
        return error;
      });
    }
    await run(main());
    expect(reports).toEqual([expect.stringContaining("takes nothing more")]);
  });

  test("gives its handlers the context in which it was started", async () => {
    const user = new ContextVar("user", { default: "nobody" });
    function* main(): Coroutine<string> {
      user.set("Ada");
      const server = yield* startServer(
        function* (_, writer) {
          writer.write(encode(user.get()));
          writer.close();
          yield* writer.waitClosed();
        },
        "127.0.0.1",
        0,
      );
      user.set("Grace");
      return yield* server.with(function* () {
        const [reader, writer] = yield* openConnection(...server.sockets[0].getsockname());
        const all = decode(yield* reader.read());
        writer.close();
        return all;
      });
    }
    expect(await run(main())).toBe("Ada");
  });

  test("refuses an address that is in use", async () => {
    await run(
      withServer(echo, function* ([host, port]) {
        const error = yield* thrownBy(startServer(echo, host, port));
        expect(error).toBeInstanceOf(OSError);
        expect((error as OSError).code).toBe("EADDRINUSE");
      }),
    );
  });

  test("accepts nobody after close(), and can be started again at once", async () => {
    function* main(): Coroutine<void> {
      const first = yield* startServer(echo, "127.0.0.1", 0);
      const address = first.sockets[0].getsockname();
      first.close();
      expect(first.sockets).toEqual([]);
      expect(first.isServing()).toBe(false);
      expect(yield* thrownBy(openConnection(...address))).toBeInstanceOf(ConnectionRefusedError);
      const second = yield* startServer(echo, ...address);
      second.close();
    }
    await run(main());
  });

  test("waits in waitClosed() for its connections", async () => {
    await run(
      withConnection(function* ([, served], [, client]) {
        const accepted = getRunningLoop().createFuture<void>();
        const server = yield* startServer(
          function* (reader) {
            accepted.setResult();
            yield* reader.read();
          },
          "127.0.0.1",
          0,
        );
        const [, writer] = yield* openConnection(...server.sockets[0].getsockname());
        yield* accepted;
        server.close();
        const closing = createTask(server.waitClosed());
        yield* sleep(0.01);
        expect(closing.done()).toBe(false);
        server.closeClients();
        yield* closing;
        writer.close();
        served.close();
        client.close();
      }),
    );
  });

  test("serves until it is cancelled, then closes itself", async () => {
    function* main(): Coroutine<void> {
      const server: Server = yield* startServer(echo, "127.0.0.1", 0);
      const serving = createTask(server.serveForever());
      yield* sleep(0);
      serving.cancel();
      expect(yield* thrownBy(serving as never)).toBeInstanceOf(CancelledError);
      expect(server.isServing()).toBe(false);
      expect(yield* thrownBy(server.serveForever())).toBeInstanceOf(RuntimeError);
    }
    await run(main());
  });

  test("is cancelled though a client goes on: its handler reads to the end", async () => {
    function* main(): Coroutine<string[]> {
      const log: string[] = [];
      const server = yield* startServer(
        function* (reader) {
          log.push("accepted");
          log.push(`read ${(yield* reader.read()).length} bytes`);
        },
        "127.0.0.1",
        0,
      );
      const serving: Task<never> = createTask(server.serveForever());
      const [, writer] = yield* openConnection(...server.sockets[0].getsockname());
      yield* until(() => log.length > 0);
      serving.cancel();
      const [ended] = yield* wait([serving], { timeout: 5 });
      log.push(ended.size === 1 && serving.cancelled() ? "ended" : "goes on");
      writer.close();
      return log;
    }
    expect(await run(main())).toEqual(["accepted", "read 0 bytes", "ended"]);
  });

  test("refuses to serve with something that is not a function", async () => {
    await expect(run(startServer("echo" as never, "127.0.0.1", 0))).rejects.toThrow(TypeError);
  });
});

describeOverBothNetworks("cancellation", () => {
  test("while connecting leaves nothing open", async () => {
    await run(
      withServer(echo, function* ([host, port]) {
        for (let turns = 0; turns < 6; turns++) {
          const connecting = createTask(openConnection(host, port));
          for (let turn = 0; turn < turns; turn++) {
            yield* sleep(0.001);
          }
          if (connecting.cancel()) {
            expect(yield* thrownBy(connecting as never)).toBeInstanceOf(CancelledError);
          } else {
            const [, writer] = yield* connecting;
            writer.close();
          }
        }
      }),
    );
  });

  test("while reading leaves what comes later to the next reader", async () => {
    const line = await run(
      withConnection(function* ([, served], [reader]) {
        const reading = createTask(reader.readline());
        yield* sleep(0);
        served.write(encode("half "));
        yield* sleep(0.01);
        reading.cancel();
        yield* thrownBy(reading as never);
        served.write(encode("whole\n"));
        return decode(yield* reader.readline());
      }),
    );
    expect(line).toBe("half whole\n");
  });

  test("while waiting for the end of a connection does not keep others from waiting", async () => {
    await run(
      withConnection(function* (_, [, writer]) {
        const [one, other] = [createTask(writer.waitClosed()), createTask(writer.waitClosed())];
        yield* sleep(0);
        one.cancel();
        writer.close();
        yield* other;
        yield* writer.waitClosed();
      }),
    );
  });
});

describeOverBothNetworks("the end of a loop", () => {
  test("closes servers and connections that nobody closed", async () => {
    const address = await run(
      (function* () {
        const server = yield* startServer(echo, "127.0.0.1", 0);
        const where = server.sockets[0].getsockname();
        const [, writer] = yield* openConnection(...where);
        fill(writer);
        return where;
      })(),
    );
    await expect(run(openConnection(...address))).rejects.toThrow(ConnectionRefusedError);
  });
});

describeOverBothNetworks("a server that does not serve at once", () => {
  const putOff = { startServing: false };

  test("begins with startServing(), which does nothing the second time", async () => {
    function* main(): Coroutine<unknown[]> {
      const server = yield* startServer(echo, "127.0.0.1", 0, putOff);
      const before = [server.isServing(), server.sockets.length];
      yield* server.startServing();
      yield* server.startServing();
      const after = [server.isServing(), server.sockets.length];
      return yield* server.with(function* () {
        const [reader, writer] = yield* openConnection(...server.sockets[0].getsockname());
        writer.write(encode("hello\n"));
        const line = decode(yield* reader.readline());
        writer.close();
        return [...before, ...after, line];
      });
    }
    expect(await run(main())).toEqual([false, 0, true, 1, "hello\n"]);
  });

  test("begins with serveForever()", async () => {
    function* main(): Coroutine<boolean[]> {
      const server = yield* startUnixServer(echo, freshPath(), putOff);
      const serving = createTask(server.serveForever());
      yield* until(() => server.sockets.length > 0);
      const isServing = server.isServing();
      serving.cancel();
      yield* gather([serving], { returnExceptions: true });
      return [isServing, server.isServing(), serving.cancelled()];
    }
    expect(await run(main())).toEqual([true, false, true]);
  });

  test("is closed without having begun, and begins no more", async () => {
    function* main(): Coroutine<unknown[]> {
      const server = yield* startServer(echo, "127.0.0.1", 0, putOff);
      server.close();
      yield* server.waitClosed();
      return [yield* thrownBy(server.startServing()), yield* thrownBy(server.serveForever())];
    }
    for (const error of await run(main())) {
      expect(error).toEqual(new RuntimeError("This server is closed: start another one"));
    }
  });

  test("that is closed while it begins listens nowhere", async () => {
    function* main(): Coroutine<unknown> {
      const path = freshPath();
      const server = yield* startUnixServer(echo, path, putOff);
      const starting = server.startServing();
      createTask(starting);
      getRunningLoop().callSoon(() => server.close());
      yield* sleep(0.01);
      return [server.sockets.length, yield* thrownBy(openUnixConnection(path))];
    }
    expect(await run(main())).toEqual([0, expect.any(OSError)]);
  });

  test("says only then that its address is in use, and is closed", async () => {
    function* main(): Coroutine<unknown[]> {
      const first = yield* startServer(echo, "127.0.0.1", 0);
      const second = yield* startServer(echo, ...first.sockets[0].getsockname(), putOff);
      const error = yield* thrownBy(second.startServing());
      first.close();
      return [(error as OSError).code, second.isServing(), yield* thrownBy(second.startServing())];
    }
    expect(await run(main())).toEqual(["EADDRINUSE", false, expect.any(RuntimeError)]);
  });
});
