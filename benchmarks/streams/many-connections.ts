import {
  type Coroutine,
  gather,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  startServer,
} from "asyncio-ts";
import { report, round } from "../report.ts";

/**
 * Connections to an echo server in the same process, all open at once; then one line on each there and back.
 *
 * Usage: npm run build:library && node benchmarks/streams/many-connections.ts [CONNECTIONS]
 */
const count = Number(process.argv[2] ?? 5000);
const line = new TextEncoder().encode("hello\n");

function* echo(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  for (let data = yield* reader.readline(); data.length > 0; data = yield* reader.readline()) {
    writer.write(data);
    yield* writer.drain();
  }
  writer.close();
}

function* ask([reader, writer]: readonly [StreamReader, StreamWriter]): Coroutine<number> {
  writer.write(line);
  return (yield* reader.readline()).length;
}

function* main(): Coroutine<void> {
  const server = yield* startServer(echo, "127.0.0.1", 0, { backlog: 4096 });
  const address = server.sockets[0].getsockname();
  const memory = process.memoryUsage.rss();
  const start = performance.now();
  const connections = yield* gather(Array.from({ length: count }, () => openConnection(...address)));
  const opened = performance.now();
  const answers = yield* gather(connections.map(ask));
  const answered = performance.now();
  report("many-connections", [
    {
      connections: connections.length,
      "answered whole": answers.filter((size) => size === line.length).length,
      "open, s": round((opened - start) / 1000),
      "ask all, s": round((answered - opened) / 1000),
      "kB a connection": round((process.memoryUsage.rss() - memory) / 1024 / count, 1),
    },
  ]);
  for (const [, writer] of connections) {
    writer.close();
  }
  server.close();
  yield* server.waitClosed();
}

await run(main());
