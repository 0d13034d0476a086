/** Waits for all kinds of things of the world, one after the other: a server, connections, a process and a thread. */
import {
  type Coroutine,
  createSubprocessExec,
  createTask,
  openConnection,
  PIPE,
  run,
  type StreamReader,
  type StreamWriter,
  startServer,
  toThread,
} from "asyncio-ts";

/** More than any system keeps for a reader that does not read, in bytes. */
const much = 64 * 2 ** 20;

function square(number: number): number {
  return number * number;
}

/** Sends more than the other end reads, until that is gone. */
function* flood(_reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  const [host, port] = writer.getExtraInfo("peername") ?? [];
  console.log(`client ${host}:${port}`);
  writer.write(new Uint8Array(much));
  yield* writer.drain();
  writer.close();
}

function* main(): Coroutine<void> {
  const server = yield* startServer(flood, "127.0.0.1", 0);
  const [host = "", port = 0] = (server.sockets[0]?.getsockname() ?? []) as [string, number];
  console.log(`server ${host}:${port}`);
  createTask(server.serveForever());
  const [reader, writer] = yield* openConnection(host, port);
  yield* reader.readexactly(much / 2);

  const child = yield* createSubprocessExec(process.execPath, "-e", "process.stdin.resume()", {
    stdin: PIPE,
  });
  console.log(`child ${child.pid}`);
  child.stdin.close();
  yield* child.wait();

  console.log(yield* toThread(square, 12));
  yield* reader.readexactly(much / 2);
  writer.close();
}

await run(main());
