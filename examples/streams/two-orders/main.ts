import {
  type Coroutine,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
} from "asyncio-ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function* serve(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  yield* reader.read();
  console.log("the server has the order");
  writer.write(bytes("ready"));
  writer.close();
}

function* main(): Coroutine<void> {
  const server = yield* startServer(serve, "127.0.0.1", 0);
  yield* server.with(function* () {
    const [, port] = server.sockets[0].getsockname();
    const [reader, writer] = yield* openConnection("127.0.0.1", port);
    for (const thing of ["tea", "cake"]) {
      writer.write(bytes(thing));
      console.log("the client orders", thing);
      yield* sleep(0.2);
    }
    writer.writeEof();
    console.log("the client has spoken");
    yield* reader.read();
    console.log("the client has the answer");
    writer.close();
  });
}

await run(main());
