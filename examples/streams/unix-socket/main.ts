import {
  type Coroutine,
  FileNotFoundError,
  openUnixConnection,
  run,
  type StreamReader,
  type StreamWriter,
  startUnixServer,
} from "asyncio-ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

function* greet(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  const name = text(yield* reader.readline()).trim();
  writer.write(bytes(`hello, ${name}\n`));
  writer.close();
}

function* main(): Coroutine<void> {
  const path = `/tmp/greeter-${Math.random().toString(36).slice(2)}.sock`;
  const server = yield* startUnixServer(greet, path);
  yield* server.with(function* () {
    for (const name of ["Ann", "Bob"]) {
      const [reader, writer] = yield* openUnixConnection(path);
      writer.write(bytes(`${name}\n`));
      console.log(text(yield* reader.read()).trim());
      writer.close();
    }
  });
  try {
    yield* openUnixConnection(path);
  } catch (error) {
    if (!(error instanceof FileNotFoundError)) {
      throw error;
    }
    console.log("nobody at home");
  }
}

await run(main());
