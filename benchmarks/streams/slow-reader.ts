import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  type Coroutine,
  Future,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
} from "asyncio-ts";
import { type Row, report, round } from "../report.ts";

/**
 * Sends much to a reader that rests after every megabyte, and watches the memory of both: once the client reads, once
 * the server does.
 *
 * Usage: npm run build:library && node benchmarks/streams/slow-reader.ts [MEBIBYTES]
 */
const mebibyte = 1024 * 1024;
const total = Number(process.argv[2] ?? 1024) * mebibyte;
const piece = new Uint8Array(mebibyte / 16);

function* send(writer: StreamWriter): Coroutine<void> {
  for (let sent = 0; sent < total; sent += piece.length) {
    writer.write(piece);
    yield* writer.drain();
  }
  writer.close();
}

interface Reading {
  readonly received: number;
  readonly peak: number;
}

function* readSlowly(reader: StreamReader): Coroutine<Reading> {
  let peak = 0;
  let received = 0;
  let rested = 0;
  for (let data = yield* reader.read(mebibyte); data.length > 0; data = yield* reader.read(mebibyte)) {
    received += data.length;
    if (received - rested < mebibyte) {
      continue;
    }
    rested = received;
    peak = Math.max(peak, process.memoryUsage.rss());
    yield* sleep(0.001);
  }
  return { received, peak };
}

function* main(readerIsServer: boolean): Coroutine<Row> {
  const served = new Future<Reading>();
  const server = yield* startServer(
    function* (reader, writer) {
      if (readerIsServer) {
        served.setResult(yield* readSlowly(reader));
        writer.close();
      } else {
        yield* send(writer);
      }
    },
    "127.0.0.1",
    0,
  );
  const [reader, writer] = yield* openConnection(...server.sockets[0].getsockname());
  const before = process.memoryUsage.rss();
  const start = performance.now();
  if (readerIsServer) {
    yield* send(writer);
  }
  const { received, peak } = yield* readerIsServer ? served : readSlowly(reader);
  const seconds = (performance.now() - start) / 1000;
  writer.close();
  server.close();
  yield* server.waitClosed();
  return {
    reader: readerIsServer ? "server" : "client",
    "MiB received": received / mebibyte,
    s: round(seconds),
    "MiB at the start": round(before / mebibyte, 1),
    "MiB more at the peak": round((peak - before) / mebibyte, 1),
  };
}

if (process.argv[3] === undefined) {
  // Each side in a process of its own, so that neither starts with the memory of the other.
  const rows = ["client", "server"].map((side) =>
    JSON.parse(
      execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(total / mebibyte), side], {
        encoding: "utf8",
      }),
    ),
  );
  report("slow-reader", rows);
} else {
  console.log(JSON.stringify(await run(main(process.argv[3] === "server"))));
}
