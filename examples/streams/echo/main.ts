import {
  type Coroutine,
  gather,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  startServer,
} from "asyncio-ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

function* echo(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  while (true) {
    const line = yield* reader.readline();
    if (line.length === 0) {
      break;
    }
    writer.write(line);
    yield* writer.drain();
  }
  writer.close();
  yield* writer.waitClosed();
}

function* say(port: number, words: string[]): Coroutine<string[]> {
  const [reader, writer] = yield* openConnection("127.0.0.1", port);
  const heard: string[] = [];
  for (const word of words) {
    writer.write(bytes(`${word}\n`));
    yield* writer.drain();
    heard.push(text(yield* reader.readline()).trim());
  }
  writer.close();
  yield* writer.waitClosed();
  return heard;
}

function* main(): Coroutine<void> {
  const server = yield* startServer(echo, "127.0.0.1", 0);
  yield* server.with(function* () {
    const [, port] = server.sockets[0].getsockname();
    const answers = yield* gather(
      say(port, ["tea", "coffee"]),
      say(port, ["one", "two", "three"]),
      say(port, ["good day"]),
    );
    for (const heard of answers) {
      console.log(heard.join(", "));
    }
  });
}

await run(main());
