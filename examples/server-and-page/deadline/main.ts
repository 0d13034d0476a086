import {
  CancelledError,
  type Coroutine,
  gather,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
  TimeoutError,
  timeout,
} from "asyncio-ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

function* priceOf(thing: string): Coroutine<string> {
  try {
    yield* sleep(thing === "cake" ? 5 : 0.2);
    return "2.40";
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log("server: no longer looking for the price of", thing);
    }
    throw error;
  }
}

function* reply(reader: StreamReader): Coroutine<string> {
  let thing: string;
  try {
    thing = text(yield* timeout(0.9, () => reader.readline())).trim();
  } catch (error) {
    if (error instanceof TimeoutError) return "408 you said nothing";
    throw error;
  }
  try {
    return `200 ${yield* timeout(0.5, () => priceOf(thing))}`;
  } catch (error) {
    if (error instanceof TimeoutError) return "503 try again later";
    throw error;
  }
}

function* serve(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  writer.write(bytes(yield* reply(reader)));
  writer.close();
}

function* ask(port: number, thing: string): Coroutine<void> {
  const [reader, writer] = yield* openConnection("127.0.0.1", port);
  if (thing !== "") {
    writer.write(bytes(`${thing}\n`));
  }
  const answer = text(yield* reader.read());
  console.log(thing || "(nothing)", "->", answer);
  writer.close();
}

function* main(): Coroutine<void> {
  const server = yield* startServer(serve, "127.0.0.1", 0);
  yield* server.with(function* () {
    const [, port] = server.sockets[0].getsockname();
    yield* gather(ask(port, ""), ask(port, "cake"), ask(port, "tea"));
  });
}

await run(main());
