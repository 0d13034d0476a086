import {
  type Coroutine,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  startServer,
} from "asyncio-ts";

const poems = [["first the tea", "then the milk", "never the other way"], ["or no milk"]];

function* recite(_: StreamReader, writer: StreamWriter): Coroutine<void> {
  for (const line of poems.shift() ?? []) {
    writer.write(new TextEncoder().encode(`${line}\n`));
    yield* writer.drain();
  }
  writer.close();
}

function* readLines(reader: StreamReader): Coroutine<string[]> {
  const lines: string[] = [];
  while (true) {
    const line = yield* reader.readline();
    if (line.length === 0) {
      return lines;
    }
    lines.push(new TextDecoder().decode(line).trim());
  }
}

function* main(): Coroutine<void> {
  const server = yield* startServer(recite, "127.0.0.1", 0);
  yield* server.with(function* () {
    const [, port] = server.sockets[0].getsockname();
    while (poems.length > 0) {
      const [reader, writer] = yield* openConnection("127.0.0.1", port);
      const lines = yield* readLines(reader);
      for (const line of lines) {
        console.log(line);
      }
      console.log("lines:", lines.length);
      writer.close();
    }
  });
}

await run(main());
