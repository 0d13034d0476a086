import {
  type Coroutine,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
} from "../../src/async-primitives/index.ts";
import { report, round } from "../report.ts";

/**
 * Sends much to a reader that rests after every megabyte, and watches the memory of both.
 *
 * Usage: node benchmarks/streams/slow-reader.ts [MEBIBYTES]
 */
const MIB = 1024 * 1024;
const total = Number(process.argv[2] ?? 1024) * MIB;
const piece = new Uint8Array(MIB / 16);

function* send(_: StreamReader, writer: StreamWriter): Coroutine<void> {
  for (let sent = 0; sent < total; sent += piece.length) {
    writer.write(piece);
    yield* writer.drain();
  }
  writer.close();
}

function* main(): Coroutine<void> {
  const server = yield* startServer(send, "127.0.0.1", 0);
  const [reader, writer] = yield* openConnection(...server.sockets[0].getsockname());
  const before = process.memoryUsage.rss();
  const start = performance.now();
  let peak = before;
  let received = 0;
  let rested = 0;
  for (let data = yield* reader.read(MIB); data.length > 0; data = yield* reader.read(MIB)) {
    received += data.length;
    if (received - rested < MIB) continue;
    rested = received;
    peak = Math.max(peak, process.memoryUsage.rss());
    yield* sleep(0.001);
  }
  report("slow-reader", [
    {
      "MiB received": received / MIB,
      s: round((performance.now() - start) / 1000),
      "MiB at the start": round(before / MIB, 1),
      "MiB more at the peak": round((peak - before) / MIB, 1),
    },
  ]);
  writer.close();
  server.close();
  yield* server.waitClosed();
}

await run(main());
