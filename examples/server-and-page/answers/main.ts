import {
  CancelledError,
  type Coroutine,
  gather,
  IncompleteReadError,
  LimitOverrunError,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
} from "asyncio-ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

/** The shop itself. Knows nothing of connections. */
function* answer(path: string): Coroutine<[status: string, body: string]> {
  switch (path) {
    case "/tea":
      yield* sleep(0.4);
      return ["200 OK", "2.40"];
    case "/coffee":
      yield* sleep(0.2);
      return ["200 OK", "3.10"];
    case "/cake":
      yield* sleep(0.6);
      throw new Error("the oven is out of order");
    default:
      return ["404 Not Found", "we do not have that"];
  }
}

function* reply(reader: StreamReader): Coroutine<[status: string, body: string]> {
  let head = "";
  try {
    head = text(yield* reader.readuntil(bytes("\r\n\r\n")));
    const [, path = ""] = head.split(" ");
    return yield* answer(path);
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    if (error instanceof IncompleteReadError || error instanceof LimitOverrunError) {
      return ["400 Bad Request", "please ask to the end"];
    }
    console.warn(head, error); // for us, not for the client
    return ["500 Internal Server Error", "something went wrong"];
  }
}

function* serve(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  const [status, body] = yield* reply(reader);
  writer.write(bytes(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n${body}`));
  yield* writer.drain();
  writer.close();
}

function* ask(port: number, path: string): Coroutine<void> {
  const [reader, writer] = yield* openConnection("127.0.0.1", port);
  writer.write(bytes(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`));
  const [head = "", body] = text(yield* reader.read()).split("\r\n\r\n");
  console.log(path, head.split("\r\n")[0], "-", body);
  writer.close();
}

function* main(): Coroutine<void> {
  const server = yield* startServer(serve, "127.0.0.1", 0);
  yield* server.with(function* () {
    const [, port] = server.sockets[0].getsockname();
    const paths = ["/tea", "/coffee", "/cake", "/unicorn"];
    yield* gather(paths.map((path) => ask(port, path)));
  });
}

await run(main());
