import {
  ConnectionRefusedError,
  type Coroutine,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  startServer,
  TimeoutError,
  timeout,
} from "asyncio-ts";

function* silent(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  yield* reader.read(); // until the other side gives up
  console.log("server: the client is gone");
  writer.close();
}

function* ask(port: number): Coroutine<Uint8Array> {
  const [reader, writer] = yield* openConnection("127.0.0.1", port);
  try {
    writer.write(new TextEncoder().encode("how are you?\n"));
    return yield* reader.readline();
  } finally {
    writer.close();
  }
}

function* main(): Coroutine<void> {
  const server = yield* startServer(silent, "127.0.0.1", 0);
  const [, port] = server.sockets[0].getsockname();
  yield* server.with(function* () {
    try {
      yield* timeout(0.5, () => ask(port));
    } catch (error) {
      if (!(error instanceof TimeoutError)) {
        throw error;
      }
      console.log("client: no answer");
    }
  });

  try {
    yield* ask(port);
  } catch (error) {
    if (!(error instanceof ConnectionRefusedError)) {
      throw error;
    }
    console.log("client: nobody listens");
  }
}

await run(main());
