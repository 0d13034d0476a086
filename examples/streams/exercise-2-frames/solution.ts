import {
  type Coroutine,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
} from "asyncio-ts";

/** Each message: one byte that gives its length, then the message. */
function* send(_: StreamReader, writer: StreamWriter): Coroutine<void> {
  for (const message of ["tea is ready", "mind the cup"]) {
    const bytes = new TextEncoder().encode(message);
    const middle = Math.floor(bytes.length / 2);
    yield* sleep(0.1); // the network takes its time
    writer.write(new Uint8Array([bytes.length, ...bytes.subarray(0, middle)]));
    yield* sleep(0.1);
    writer.write(bytes.subarray(middle));
  }
  writer.close();
}

function* readMessage(reader: StreamReader): Coroutine<string> {
  const [length = 0] = yield* reader.readexactly(1);
  return new TextDecoder().decode(yield* reader.readexactly(length));
}

function* main(): Coroutine<void> {
  const server = yield* startServer(send, "127.0.0.1", 0);
  yield* server.with(function* () {
    const [, port] = server.sockets[0].getsockname();
    const [reader, writer] = yield* openConnection("127.0.0.1", port);
    console.log(yield* readMessage(reader));
    console.log(yield* readMessage(reader));
    writer.close();
  });
}

await run(main());
