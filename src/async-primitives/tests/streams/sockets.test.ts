import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import {
  ConnectionRefusedError,
  type Coroutine,
  GaiError,
  OSError,
  openConnection,
  openUnixConnection,
  run,
  type StreamReader,
  type StreamWriter,
  simulateNetwork,
  startServer,
  startUnixServer,
} from "../../index.ts";
import { decode, echo, encode, freshPath } from "./networks.ts";

const library = fileURLToPath(new URL("../../index.ts", import.meta.url));

/** Runs a program of its own, which ends only when nothing keeps it alive. */
async function runProgram(main: string): Promise<string> {
  const program = `
    import { createServer } from "node:net";
    import {
      createSubprocessExec, EventLoop, fromPromise, openConnection, openUnixConnection, run, sleep, startServer,
    } from ${JSON.stringify(library)};

    /** A server that knows nothing of loops. */
    const hostServer = () =>
      new Promise((resolve) => {
        const server = createServer((socket) => socket.on("error", () => {}).end("hello"));
        server.listen(0, "127.0.0.1", () => resolve({ port: server.address().port, close: () => server.close() }));
      });

    /** Lets a coroutine begin, on a loop that is closed before the host can answer; then gives the host its turns. */
    async function abandon(begin) {
      await new Promise((resolve) => setImmediate(resolve));
      const loop = new EventLoop();
      loop.setExceptionHandler(() => {});
      loop.createTask(begin());
      loop.callSoon(() => loop.stop());
      await loop.runForever();
      loop.close();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    function* main() { ${main} }
    await run(main());
  `;
  const args = ["--conditions=asyncio-ts-source", "--input-type=module", "-e", program];
  return (await promisify(execFile)(process.execPath, args)).stdout;
}

describe("the sockets of Node", () => {
  test("listen at every address of the machine when no host is given", async () => {
    function* main(): Coroutine<string> {
      const server = yield* startServer(echo, undefined, 0);
      return yield* server.with(function* () {
        const [reader, writer] = yield* openConnection("127.0.0.1", server.sockets[0].getsockname()[1]);
        expect(writer.getExtraInfo("peername")?.[0]).toBe("127.0.0.1");
        writer.write(encode("any\n"));
        const line = decode(yield* reader.readline());
        writer.close();
        return line;
      });
    }
    expect(await run(main())).toBe("any\n");
  });

  test("listen at each of several hosts", async () => {
    function* main(): Coroutine<string[]> {
      const server = yield* startServer(echo, ["127.0.0.1", "127.0.0.2"], 0);
      const hosts = server.sockets.map((socket) => socket.getsockname()[0]);
      server.close();
      return hosts;
    }
    expect(await run(main())).toEqual(["127.0.0.1", "127.0.0.2"]);
  });

  test("close what listens already when one of several hosts fails", async () => {
    function* main(): Coroutine<void> {
      const taken = yield* startServer(echo, "127.0.0.2", 0);
      const [, port] = taken.sockets[0].getsockname();
      try {
        yield* startServer(echo, ["127.0.0.1", "127.0.0.2"], port);
      } catch (error) {
        expect(error).toBeInstanceOf(OSError);
      }
      try {
        yield* openConnection("127.0.0.1", port);
      } catch (error) {
        expect(error).toBeInstanceOf(ConnectionRefusedError);
      }
      taken.close();
    }
    await run(main());
  });

  test("take the place of a Unix socket that an earlier server left behind", async () => {
    const path = freshPath();
    const command = `require("net").createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, "SIGKILL"))`;
    await promisify(execFile)(process.execPath, ["-e", command]).catch(() => {});
    expect(existsSync(path)).toBe(true);
    await expect(run(openUnixConnection(path))).rejects.toThrow(ConnectionRefusedError);
    function* main(): Coroutine<void> {
      const server = yield* startUnixServer(echo, path);
      const [, writer] = yield* openUnixConnection(path);
      writer.close();
      server.close();
      yield* server.waitClosed();
    }
    await run(main());
    expect(existsSync(path)).toBe(false);
  });

  test("do not take the place of a file that is no socket", async () => {
    const path = freshPath();
    writeFileSync(path, "precious");
    await expect(run(startUnixServer(echo, path))).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  test("share a port when both ask for it, and the one that is left has it alone", async () => {
    function* greet(name: string, _reader: StreamReader, writer: StreamWriter): Coroutine<void> {
      writer.write(encode(name));
      writer.close();
    }
    function* main(): Coroutine<unknown[]> {
      const first = yield* startServer(echo, "127.0.0.1", 0, { reusePort: true });
      const address = first.sockets[0].getsockname();
      const second = yield* startServer((...ends) => greet("second", ...ends), ...address, {
        reusePort: true,
      });
      let refusal: unknown;
      try {
        yield* startServer(echo, ...address);
      } catch (error) {
        refusal = error;
      }
      first.close();
      return yield* second.with(function* () {
        const [reader, writer] = yield* openConnection(...address);
        const greeting = decode(yield* reader.read());
        writer.close();
        return [greeting, (refusal as OSError).code];
      });
    }
    expect(await run(main())).toEqual(["second", "EADDRINUSE"]);
  });

  test("are what a shared port needs: a network in memory refuses", async () => {
    const end = simulateNetwork();
    try {
      await expect(run(startServer(echo, "127.0.0.1", 0, { reusePort: true }))).rejects.toThrow(
        "A network in memory has no second process: leave out `reusePort`",
      );
    } finally {
      end();
    }
  });

  test("name the host that cannot be found", async () => {
    await expect(run(openConnection("no-such-host.invalid", 80))).rejects.toThrow(GaiError);
    await expect(run(openConnection("no-such-host.invalid", 80))).rejects.toThrow("no-such-host.invalid");
  });

  test("leave a server of somebody else alone", async () => {
    const stranger = createServer((socket) => socket.end("hello\n"));
    await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
    const { port } = stranger.address() as { port: number };
    function* main(): Coroutine<string> {
      const [reader, writer] = yield* openConnection("127.0.0.1", port);
      const line = decode(yield* reader.readline());
      writer.close();
      yield* writer.waitClosed();
      return line;
    }
    expect(await run(main())).toBe("hello\n");
    await fromClose(stranger);
  });

  test("keep no program alive after its run, even when nobody closed them", async () => {
    const output = await runProgram(`
      const server = yield* startServer(function* () { yield* sleep(3600); }, "127.0.0.1", 0);
      yield* openConnection(...server.sockets[0].getsockname());
      console.log("done");
    `);
    expect(output).toBe("done\n");
  });

  test("end with their loop when they were about to connect, or to listen", async () => {
    const output = await runProgram(`
      const { port, close } = yield* fromPromise(hostServer());
      const beginnings = [
        () => openConnection("127.0.0.1", port),
        () => openConnection("127.0.0.1", port, { ssl: true }),
        () => openConnection("localhost", port),
        () => openConnection("127.0.0.1", 1),
        () => openUnixConnection(${JSON.stringify(freshPath())}),
        () => startServer(() => {}, "127.0.0.1", 0),
        () => startServer(() => {}, "127.0.0.1", port),
        () => createSubprocessExec("sleep", "60"),
      ];
      for (const begin of beginnings) yield* fromPromise(abandon(begin));
      close();
      console.log("nothing is left, and nothing was thrown");
    `);
    expect(output).toBe("nothing is left, and nothing was thrown\n");
  });
});

function fromClose(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
