import {
  type Coroutine,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  startServer,
} from "asyncio-ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

function* serve(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  console.log("the server reads:", text(yield* reader.readline()).trim());
  writer.write(bytes("here you are\n"));
  console.log("the server has answered");
  writer.close();
}

function* main(): Coroutine<void> {
  const server = yield* startServer(serve, "127.0.0.1", 0);
  yield* server.with(function* () {
    const [, port] = server.sockets[0].getsockname();
    const [reader, writer] = yield* openConnection("127.0.0.1", port);

    writer.write(bytes("tea, please\n"));
    console.log("the client has written");
    yield* writer.drain();
    console.log("the client has drained");
    console.log("the client reads:", text(yield* reader.readline()).trim());
    writer.close();
  });
}

await run(main());
