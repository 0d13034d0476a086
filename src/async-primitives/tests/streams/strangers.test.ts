import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import {
  type Coroutine,
  createTask,
  fromPromise,
  openConnection,
  openUnixConnection,
  run,
  SSLCertVerificationError,
  type StreamReader,
  type StreamWriter,
  startServer,
  startUnixServer,
  type TlsOptions,
} from "../../index.ts";
import { findCommand, findPython } from "./find-command.ts";
import { decode, echo, encode, freshPath, withServer } from "./networks.ts";

const peer = fileURLToPath(new URL("peer.py", import.meta.url));
const certificate = fileURLToPath(new URL("certificate", import.meta.url));
const cert = readFileSync(`${certificate}/cert.pem`);
const key = readFileSync(`${certificate}/key.pem`);

const python = findPython();
const netcat = findCommand("nc");
const socat = findCommand("socat");
const execute = promisify(execFile);

type Kind = "tcp" | "unix" | "tls";
const kinds: Kind[] = ["tcp", "unix", "tls"];

function* serveHere(kind: Kind) {
  if (kind === "unix") {
    return yield* startUnixServer(echo, freshPath());
  }
  return yield* startServer(echo, "127.0.0.1", 0, kind === "tls" ? { ssl: { cert, key } } : {});
}

function* connectHere(kind: Kind, address: string) {
  if (kind === "unix") {
    return yield* openUnixConnection(address);
  }
  if (kind === "tcp") {
    return yield* openConnection("127.0.0.1", Number(address));
  }
  return yield* openConnection("localhost", Number(address), { ssl: { ca: cert } });
}

/** What `peer.py ask` does, from this side. */
function* ask(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  for (let n = 0; n < 1000; n++) {
    const line = `${"x".repeat(n % 200)} ${n}\n`;
    writer.write(encode(line));
    yield* writer.drain();
    expect(decode(yield* reader.readline())).toBe(line);
  }
  const blob = Uint8Array.from({ length: 5_000_000 }, (_, n) => n * n);
  const sending = createTask(send(writer, blob));
  expect(Buffer.compare(yield* reader.readexactly(blob.length), blob)).toBe(0);
  yield* sending;
  if (writer.canWriteEof()) {
    expect((yield* reader.read()).length).toBe(0);
  }
  writer.close();
  yield* writer.waitClosed();
}

function* send(writer: StreamWriter, blob: Uint8Array): Coroutine<void> {
  for (let start = 0; start < blob.length; start += 100_000) {
    writer.write(blob.subarray(start, start + 100_000));
    yield* writer.drain();
  }
  if (writer.canWriteEof()) {
    writer.writeEof();
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [line] = await once(createInterface(child.stdout as NonNullable<typeof child.stdout>), "line");
  return line;
}

describe.skipIf(python === undefined)(
  "CPython's asyncio (skipped where there is no CPython 3.11 or later)",
  () => {
    test.each(kinds)("as a client, is echoed by this server over %s", async (kind) => {
      function* main(): Coroutine<string> {
        const server = yield* serveHere(kind);
        const name = server.sockets[0].getsockname();
        const address = typeof name === "string" ? name : String(name[1]);
        return yield* server.with(function* () {
          const asking = execute(python as string, [peer, "ask", kind, address, certificate]);
          return (yield* fromPromise(asking)).stdout.trim();
        });
      }
      expect(await run(main())).toBe("same");
    });

    test.each(kinds)("as a server, echoes this client over %s", async (kind) => {
      const child = spawn(python as string, [peer, "serve", kind, freshPath(), certificate], {
        stdio: ["pipe", "pipe", "inherit"],
      });
      const address = await firstLine(child);
      await run(
        (function* (): Coroutine<void> {
          yield* ask(...(yield* connectHere(kind, address)));
        })(),
      );
      child.stdin.end();
      const [code] = await once(child, "exit");
      expect(code).toBe(0);
    });
  },
);

describe("the command-line tools", () => {
  test.skipIf(netcat === undefined)("nc is echoed over TCP (skipped where there is no nc)", async () => {
    const output = await run(
      withServer(echo, function* ([host, port]) {
        const command = `printf 'one\\ntwo\\n' | ${netcat} -N ${host} ${port}`;
        return (yield* fromPromise(execute("/bin/sh", ["-c", command]))).stdout;
      }),
    );
    expect(output).toBe("one\ntwo\n");
  });

  test.skipIf(socat === undefined)(
    "socat is echoed over a Unix socket (skipped where there is no socat)",
    async () => {
      function* main(): Coroutine<string> {
        const path = freshPath();
        const server = yield* startUnixServer(echo, path);
        return yield* server.with(function* () {
          const command = `printf 'one\\ntwo\\n' | ${socat} - UNIX-CONNECT:${path}`;
          return (yield* fromPromise(execute("/bin/sh", ["-c", command]))).stdout;
        });
      }
      expect(await run(main())).toBe("one\ntwo\n");
    },
  );
});

describe("TLS", () => {
  function* talk(options: Parameters<typeof openConnection>[2], host = "localhost"): Coroutine<string> {
    return yield* withServer(
      echo,
      function* ([, port]) {
        const [reader, writer] = yield* openConnection(host, port, options);
        expect(writer.canWriteEof()).toBe(false);
        expect(() => writer.writeEof()).toThrow("close() the writer instead");
        expect(writer.getExtraInfo("cipher")?.[1]).toMatch(/^TLSv1/);
        expect(writer.getExtraInfo("peercert")).toMatchObject({ subject: { CN: "localhost" } });
        writer.write(encode("secret\n"));
        const line = decode(yield* reader.readline());
        writer.close();
        yield* writer.waitClosed();
        return line;
      },
      { ssl: { cert, key } },
    );
  }

  test("secures both ends of this library", async () => {
    expect(await run(talk({ ssl: { ca: cert } }))).toBe("secret\n");
  });

  test("refuses a certificate that nobody it trusts has signed", async () => {
    await expect(run(talk({ ssl: true }))).rejects.toThrow(SSLCertVerificationError);
  });

  test("refuses a certificate of another name", async () => {
    await expect(run(talk({ ssl: { ca: cert }, serverHostname: "example.com" }))).rejects.toThrow(
      SSLCertVerificationError,
    );
  });

  test("needs the name of a server at a Unix socket, unless it trusts anybody", async () => {
    const path = freshPath();
    function* outcome(options: Parameters<typeof openUnixConnection>[1]): Coroutine<string> {
      try {
        const [, writer] = yield* openUnixConnection(path, options);
        writer.close();
        return "connected";
      } catch (error) {
        return (error as Error).name;
      }
    }
    function* main(): Coroutine<string[]> {
      const server = yield* startUnixServer(echo, path, { ssl: { cert, key } });
      return yield* server.with(function* () {
        return [
          yield* outcome({ ssl: { ca: cert } }),
          yield* outcome({ ssl: { ca: cert }, serverHostname: "example.com" }),
          yield* outcome({ ssl: { ca: cert }, serverHostname: "localhost" }),
          yield* outcome({ ssl: { rejectUnauthorized: false } }),
        ];
      });
    }
    expect(await run(main())).toEqual(["RangeError", "SSLCertVerificationError", "connected", "connected"]);
  });

  test("trusts anybody when it is told to", async () => {
    expect(await run(talk({ ssl: { rejectUnauthorized: false } }))).toBe("secret\n");
  });

  test("refuses to serve without a certificate", async () => {
    await expect(run(startServer(echo, "127.0.0.1", 0, { ssl: {} }))).rejects.toThrow(
      "certificate and its key",
    );
  });

  const pem = { type: "pkcs8", format: "pem" } as const;
  const otherKey = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export(pem);
  const keyOfAnotherKind = generateKeyPairSync("ed25519").privateKey.export(pem);
  const lockedKey = createPrivateKey(key).export({
    ...pem,
    cipher: "aes-256-cbc",
    passphrase: "open sesame",
  });
  // For which "?" seems to fit: what comes out has the padding of a key, and is none.
  const seemsToOpen = readFileSync(`${certificate}/seems-to-open.pem`);
  test.each<[string, TlsOptions, string]>([
    ["is no PEM file", { cert: "x", key }, "ssl.cert holds no certificate"],
    ["is empty", { cert, key: "" }, "ssl.key holds no private key"],
    ["stands in the other's place", { cert: key, key: cert }, "ssl.cert holds no certificate"],
    ["is cut off", { cert: cert.subarray(0, 200), key }, "cut off or garbled"],
    ["belongs to another one", { cert, key: otherKey }, "ssl.key is not the key of ssl.cert"],
    ["is of another kind", { cert, key: keyOfAnotherKind }, "ssl.key is not the key of ssl.cert"],
    ["is locked", { cert, key: lockedKey }, "ssl.passphrase"],
    ["is locked with something else", { cert, key: lockedKey, passphrase: "?" }, "ssl.passphrase"],
    ["is locked with what only seems to fit", { cert, key: seemsToOpen, passphrase: "?" }, "ssl.passphrase"],
    [
      "is locked, one of two",
      { cert: [cert, cert], key: [key, seemsToOpen], passphrase: "?" },
      "ssl.passphrase",
    ],
    ["is no certificate to trust", { cert, key, ca: key }, "ssl.ca holds no certificate"],
  ])("refuses to serve, or to connect, with a certificate or a key that %s", async (_, ssl, message) => {
    const refused = { name: "SSLError", message: expect.stringContaining(message) };
    await expect(run(startServer(echo, "127.0.0.1", 0, { ssl }))).rejects.toMatchObject(refused);
    await expect(run(openConnection("127.0.0.1", 1, { ssl }))).rejects.toMatchObject(refused);
  });

  test("takes certificates and keys in lists, and a key that is locked with its passphrase", async () => {
    function* main(): Coroutine<void> {
      for (const ssl of [
        { cert: [cert], key: [key.toString()] },
        { cert, key: lockedKey, passphrase: "open sesame" },
      ]) {
        (yield* startServer(echo, "127.0.0.1", 0, { ssl })).close();
      }
    }
    await run(main());
  });

  test("refuses options of the wrong type", async () => {
    const connect = (ssl: unknown) => run(openConnection("127.0.0.1", 1, { ssl: ssl as TlsOptions }));
    await expect(connect("yes")).rejects.toThrow(/^ssl takes true or an object.*got the string "yes"/);
    await expect(connect({ ca: 5 })).rejects.toThrow(/^ssl.ca takes the text or the bytes.*got 5/);
    await expect(connect({ alpnProtocols: 5 })).rejects.toThrow(
      "ssl.alpnProtocols takes a list of names, got 5",
    );
  });

  test("fails a client that speaks TLS to a server that does not", async () => {
    const connecting = withServer(
      function* (_, writer) {
        writer.write(encode("plain text, much longer than a record's header\n"));
        yield* writer.drain();
        writer.close();
      },
      function* ([, port]) {
        yield* openConnection("localhost", port, { ssl: { ca: cert } });
      },
    );
    await expect(run(connecting)).rejects.toMatchObject({
      name: expect.stringMatching(/^(SSLError|Connection)/),
    });
  });
});
