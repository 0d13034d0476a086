import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  ConnectionAbortedError,
  ConnectionResetError,
  type Coroutine,
  openConnection,
  RuntimeError,
  run,
  SSLCertVerificationError,
  SSLError,
  type StreamReader,
  type StreamWriter,
  simulateNetwork,
  sleep,
  startServer,
  type TlsOptions,
} from "../../index.ts";
import { runVirtual } from "../virtual-time.ts";
import { decode, encode } from "./networks.ts";

const cert = readFileSync(new URL("certificate/cert.pem", import.meta.url));
const key = readFileSync(new URL("certificate/key.pem", import.meta.url));

type Talk<T> = (reader: StreamReader, writer: StreamWriter) => Coroutine<T>;

/** Runs both ends of a connection to their ends. Answers with what the client does; the server's errors go into the list. */
function* connected<T>(serve: Talk<void>, ask: Talk<T>, failures: unknown[] = []): Coroutine<T> {
  function* served(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
    try {
      yield* serve(reader, writer);
    } catch (error) {
      failures.push(error);
    }
    writer.close();
  }
  const server = yield* startServer(served, "127.0.0.1", 0);
  return yield* server.with(function* () {
    const [reader, writer] = yield* openConnection(...server.sockets[0].getsockname());
    try {
      return yield* ask(reader, writer);
    } finally {
      writer.close();
    }
  });
}

/** A server that answers in plain text that it is ready, and from then on securely. */
function* serveSecurely(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  yield* reader.readline();
  writer.write(encode("go ahead\n"));
  yield* writer.startTls({ cert, key });
  writer.write(encode(`you said ${decode(yield* reader.readline())}`));
  yield* writer.drain();
}

function* askSecurely(
  reader: StreamReader,
  writer: StreamWriter,
  ssl: true | TlsOptions = { ca: cert },
  serverHostname = "localhost",
): Coroutine<string[]> {
  writer.write(encode("STARTTLS\n"));
  const said = [decode(yield* reader.readline())];
  yield* writer.startTls(ssl, { serverHostname });
  writer.write(encode("secret\n"));
  said.push(decode(yield* reader.readline()), decode(yield* reader.read()));
  return [...said, String(writer.getExtraInfo("cipher")?.[1]), String(writer.canWriteEof())];
}

function expectError(error: unknown, type: new () => Error, words: string): void {
  expect(error).toBeInstanceOf(type);
  expect((error as Error).message).toContain(words);
}

describe("startTls()", () => {
  test("secures a connection in its midst, and both ends go on with their readers and writers", async () => {
    const failures: unknown[] = [];
    const said = await run(connected(serveSecurely, askSecurely, failures));
    expect(said).toEqual(["go ahead\n", "you said secret\n", "", "TLSv1.3", "false"]);
    expect(failures).toEqual([]);
  });

  test("sends what was written before in plain text, however much it is", async () => {
    const much = 3_000_000;
    function* serve(_: StreamReader, writer: StreamWriter): Coroutine<void> {
      writer.write(new Uint8Array(much));
      yield* writer.startTls({ cert, key });
      writer.write(encode("secret\n"));
      yield* writer.drain();
    }
    function* ask(reader: StreamReader, writer: StreamWriter): Coroutine<[number, string]> {
      const plain = yield* reader.readexactly(much);
      yield* writer.startTls({ ca: cert }, { serverHostname: "localhost" });
      return [plain.length, decode(yield* reader.read())];
    }
    expect(await run(connected(serve, ask))).toEqual([much, "secret\n"]);
  });

  test("takes what a peer has sent that did not wait for an answer", async () => {
    function* serve(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
      yield* reader.readline();
      // By now the first bytes of the secure connection are most likely there, among those that nobody has read.
      yield* sleep(0.05);
      yield* writer.startTls({ cert, key });
      writer.write(encode("secret\n"));
      yield* writer.drain();
    }
    function* ask(reader: StreamReader, writer: StreamWriter): Coroutine<string> {
      writer.write(encode("STARTTLS\n"));
      yield* writer.startTls({ ca: cert }, { serverHostname: "localhost" });
      return decode(yield* reader.read());
    }
    expect(await run(connected(serve, ask))).toBe("secret\n");
  });

  test.each([
    ["nobody it trusts has signed", true as const, "localhost"],
    ["bears another name", { ca: cert }, "example.com"],
  ])("refuses a certificate that %s, and the connection is lost at both ends", async (_, ssl, name) => {
    const failures: unknown[] = [];
    const asking = connected(
      serveSecurely,
      (reader, writer) => askSecurely(reader, writer, ssl, name),
      failures,
    );
    await expect(run(asking)).rejects.toThrow(SSLCertVerificationError);
    expect(failures).toEqual([expect.any(ConnectionResetError)]);
  });

  test("fails when the peer answers in plain text", async () => {
    function* serve(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
      yield* reader.readline();
      writer.write(encode("go ahead\n"));
      yield* reader.readexactly(1);
      writer.write(encode("no, I do not know how\n"));
      yield* reader.read();
    }
    await expect(run(connected(serve, askSecurely))).rejects.toThrow(SSLError);
  });

  test.each([
    ["client", (writer: StreamWriter) => writer.startTls({ ca: cert }, { serverHostname: "localhost" })],
    ["server", (writer: StreamWriter) => writer.startTls({ cert, key })],
  ])("gives a %s up whose peer says nothing for a minute", async (side, secure) => {
    const silent: Talk<void> = function* (reader) {
      yield* reader.read();
    };
    const securing: Talk<void> = (_, writer) => secure(writer);
    const failures: unknown[] = [];
    const talk = side === "server" ? connected(securing, silent, failures) : connected(silent, securing);
    const outcome = await runVirtual(talk).catch((error: unknown) => error);
    expectError(side === "server" ? failures[0] : outcome, ConnectionAbortedError, "within 60 seconds");
  });

  test("wants a name from a client, a certificate from a server, and an open connection that is not secure yet", async () => {
    function* ask(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
      const refused = (ssl: unknown, options?: { serverHostname?: string }) => ({
        *[Symbol.iterator]() {
          try {
            yield* writer.startTls(ssl as TlsOptions, options);
          } catch (error) {
            return error;
          }
          return undefined;
        },
      });
      expectError(yield* refused({ ca: cert }), RangeError, "needs the name");
      expectError(yield* refused("yes"), TypeError, "true or what secures");
      writer.write(encode("STARTTLS\n"));
      yield* reader.readline();
      yield* writer.startTls({ ca: cert }, { serverHostname: "localhost" });
      const again = yield* refused({ ca: cert }, { serverHostname: "localhost" });
      expectError(again, RuntimeError, "secure already");
      writer.close();
      const late = yield* refused({ ca: cert }, { serverHostname: "localhost" });
      expectError(late, RuntimeError, "closed or about to be");
    }
    await run(connected(serveSecurely, ask));
    const failures: unknown[] = [];
    const serve: Talk<void> = (_, writer) => writer.startTls(true);
    await run(connected(serve, (reader) => reader.read(), failures));
    expectError(failures[0], TypeError, "a certificate and its key");
  });

  test("needs real sockets", async () => {
    const end = simulateNetwork();
    try {
      await expect(run(connected(serveSecurely, askSecurely))).rejects.toThrow("TLS needs real sockets");
    } finally {
      end();
    }
  });
});
