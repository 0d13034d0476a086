import {
  type Coroutine,
  gather,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  startServer,
} from "asyncio-ts";

const message = new Uint8Array(64);

function* echo(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  for (let data = yield* reader.read(65536); data.length > 0; data = yield* reader.read(65536)) {
    writer.write(data);
    yield* writer.drain();
  }
  writer.close();
}

function* client(host: string, port: number): Coroutine<void> {
  const [reader, writer] = yield* openConnection(host, port);
  for (let trip = 0; trip < 2000; trip++) {
    writer.write(message);
    yield* writer.drain();
    yield* reader.readexactly(message.length);
  }
  writer.close();
  yield* writer.waitClosed();
}

function* main(): Coroutine<void> {
  const server = yield* startServer(echo, "127.0.0.1", 0);
  const address = server.sockets[0].getsockname();
  const start = performance.now();
  yield* gather(Array.from({ length: 50 }, () => client(...address)));
  console.log((performance.now() - start) / 1000);
  server.close();
  yield* server.waitClosed();
}

await run(main());
