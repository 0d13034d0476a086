import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { describe, expect, test } from "vitest";
import {
  ConnectionResetError,
  type Coroutine,
  createTask,
  Event,
  fromPromise,
  IncompleteReadError,
  run,
  sleep,
  TimeoutError,
  timeout,
} from "../../index.ts";
import { decode, type Ends, encode, withServer } from "./networks.ts";

/** Serves one peer that is no stream of this library but a bare socket, and answers with what serving gave. */
function* meet<T>(
  serve: (...ends: Ends) => Coroutine<T>,
  behave: (peer: Socket) => Promise<unknown>,
): Coroutine<T> {
  const served = new Event();
  let result: { value: T } | undefined;
  function* handle(...ends: Ends): Coroutine<void> {
    try {
      result = { value: yield* serve(...ends) };
    } finally {
      ends[1].close();
      served.set();
    }
  }
  return yield* withServer(handle, function* ([host, port]) {
    const peer = connect({ host, port, allowHalfOpen: true, noDelay: true });
    peer.on("error", () => {});
    yield* fromPromise(once(peer, "connect"));
    yield* fromPromise(behave(peer));
    yield* served.wait();
    peer.destroy();
    return (result as { value: T }).value;
  });
}

function* catching(coroutine: Coroutine<unknown>): Coroutine<unknown> {
  try {
    return yield* coroutine;
  } catch (error) {
    return error;
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("a peer", () => {
  test("that sends one byte at a time is read by lines", async () => {
    const lines = await run(
      meet(
        function* (reader) {
          const read: string[] = [];
          for (let line = yield* reader.readline(); line.length > 0; line = yield* reader.readline()) {
            read.push(decode(line));
          }
          return read;
        },
        async (peer) => {
          for (const byte of encode("one\nzwei\n三\n")) {
            peer.write(Uint8Array.of(byte));
            await turn();
          }
          peer.end();
        },
      ),
    );
    expect(lines).toEqual(["one\n", "zwei\n", "三\n"]);
  });

  test("that ends in the middle of a frame leaves an IncompleteReadError with what came", async () => {
    const error = await run(
      meet(
        (reader) => catching(reader.readexactly(8)),
        async (peer) => peer.end(encode("half")),
      ),
    );
    expect(error).toBeInstanceOf(IncompleteReadError);
    expect(decode((error as IncompleteReadError).partial)).toBe("half");
  });

  test("that resets in the middle of a frame leaves a ConnectionResetError", async () => {
    const error = await run(
      meet(
        (reader) => catching(reader.readexactly(8)),
        async (peer) => {
          peer.write(encode("half"));
          await turn();
          peer.resetAndDestroy();
        },
      ),
    );
    expect(error).toBeInstanceOf(ConnectionResetError);
  });

  test("that closes its side is still written to", async () => {
    const received: Buffer[] = [];
    await run(
      meet(
        function* (reader, writer) {
          expect((yield* reader.read()).length).toBe(0);
          for (let n = 0; n < 100; n++) {
            writer.write(new Uint8Array(10_000));
            yield* writer.drain();
          }
        },
        async (peer) => {
          peer.end();
          peer.on("data", (data) => received.push(data));
          await once(peer, "end");
        },
      ),
    );
    expect(Buffer.concat(received).length).toBe(1_000_000);
  });

  test("that says nothing any more does not hold up whoever has a timeout", async () => {
    const error = await run(
      meet(
        (reader) => catching(timeout(0.01, () => reader.readline())),
        async (peer) => {
          peer.write(encode("no newline"));
        },
      ),
    );
    expect(error).toBeInstanceOf(TimeoutError);
  });

  test("that never reads does not keep abort() from ending", async () => {
    await run(
      meet(
        function* (_, writer) {
          for (let n = 0; n < 500; n++) {
            writer.write(new Uint8Array(65536));
          }
          const draining = createTask(catching(writer.drain()));
          yield* sleep(0);
          writer.transport.abort();
          yield* draining;
          yield* writer.waitClosed();
        },
        async (peer) => peer.pause(),
      ),
    );
  });
});
