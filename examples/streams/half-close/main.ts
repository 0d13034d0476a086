import {
  type Coroutine,
  openConnection,
  RuntimeError,
  run,
  type StreamReader,
  type StreamWriter,
  startServer,
} from "asyncio-ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

function* addUp(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  const numbers = text(yield* reader.read())
    .trim()
    .split("\n"); // up to the end
  const sum = numbers.reduce((total, number) => total + Number(number), 0);
  writer.write(bytes(`${sum}\n`));
  writer.close();
}

function* main(): Coroutine<void> {
  const server = yield* startServer(addUp, "127.0.0.1", 0);
  yield* server.with(function* () {
    const [, port] = server.sockets[0].getsockname();
    const [reader, writer] = yield* openConnection("127.0.0.1", port);
    for (const number of [1, 2, 39]) {
      writer.write(bytes(`${number}\n`));
    }
    writer.writeEof();
    console.log("all is said");
    console.log("the sum is", text(yield* reader.read()).trim());
    try {
      writer.write(bytes("4\n"));
    } catch (error) {
      if (!(error instanceof RuntimeError)) {
        throw error;
      }
      console.log("and nothing more can be said");
    }
    writer.close();
  });
}

await run(main());
