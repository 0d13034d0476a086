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

const store = new Map<string, string>();

/** One request, one reply: knows nothing of connections. */
function reply(line: string): string {
  const [command, key, value] = line.trim().split(" ");
  if (command === "SET" && key !== undefined && value !== undefined) {
    store.set(key, value);
    return "OK";
  }
  if (command === "GET" && key !== undefined) {
    return store.get(key) ?? "NONE";
  }
  return "ERROR what?";
}

function* serve(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  while (true) {
    const line = text(yield* reader.readline());
    if (line === "" || line === "QUIT\n") {
      break;
    }
    writer.write(bytes(`${reply(line)}\n`));
    yield* writer.drain();
  }
  writer.close();
}

function* main(): Coroutine<void> {
  const server = yield* startServer(serve, "127.0.0.1", 0);
  yield* server.with(function* () {
    const [, port] = server.sockets[0].getsockname();
    const [reader, writer] = yield* openConnection("127.0.0.1", port);

    const requests = ["GET tea", "SET tea green", "GET tea", "MAKE tea"];
    // All at once: the replies come in order, so nothing need wait.
    writer.writelines(requests.map((each) => bytes(`${each}\n`)));
    writer.write(bytes("QUIT\n"));
    yield* writer.drain();

    for (const request of requests) {
      const line = yield* reader.readline();
      console.log(request, "->", text(line).trim());
    }
    console.log("the rest:", text(yield* reader.read()) || "nothing");
    writer.close();
  });
}

await run(main());
