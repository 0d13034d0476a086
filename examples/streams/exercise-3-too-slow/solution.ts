import {
  type Coroutine,
  gather,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
  TimeoutError,
  waitFor,
} from "asyncio-ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

function* greet(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  try {
    const name = text(yield* waitFor(reader.readline(), 0.3)).trim();
    writer.write(bytes(`hello, ${name}\n`));
  } catch (error) {
    if (!(error instanceof TimeoutError)) {
      throw error;
    }
    writer.write(bytes("too slow\n"));
  }
  writer.close();
}

function* call(port: number, name: string, pause: number): Coroutine<string> {
  const [reader, writer] = yield* openConnection("127.0.0.1", port);
  yield* sleep(pause);
  writer.write(bytes(`${name}\n`));
  const answer = yield* reader.readline();
  writer.close();
  return text(answer).trim();
}

function* main(): Coroutine<void> {
  const server = yield* startServer(greet, "127.0.0.1", 0);
  yield* server.with(function* () {
    const [, port] = server.sockets[0].getsockname();
    const calls = [call(port, "Ann", 0), call(port, "Bob", 0.6)];
    for (const answer of yield* gather(calls)) {
      console.log(answer);
    }
  });
}

await run(main());
