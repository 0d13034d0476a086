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
  startServer,
  startUnixServer,
} from "../../index.ts";
import { decode, echo, encode, freshPath } from "./networks.ts";

const library = fileURLToPath(new URL("../../index.ts", import.meta.url));

/** Runs a program of its own, which ends only when nothing keeps it alive. */
async function runProgram(main: string): Promise<string> {
  const program = `
    import { run, sleep, startServer, openConnection } from ${JSON.stringify(library)};
    function* main() { ${main} }
    await run(main());
  `;
  const args = ["--input-type=module", "-e", program];
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
});

function fromClose(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
