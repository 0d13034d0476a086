import {
  CancelledError,
  ConnectionRefusedError,
  type Coroutine,
  createTask,
  gather,
  openConnection,
  run,
  type Server,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
  type Task,
  wait,
} from "asyncio-ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

const underWay = new Set<Task<void>>();

function* serve(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  try {
    const thing = text(yield* reader.readline()).trim();
    yield* sleep(thing === "cake" ? 5 : 0.6);
    writer.write(bytes("200 here you are"));
  } catch (error) {
    if (error instanceof CancelledError) {
      writer.write(bytes("503 we are closing"));
    }
    throw error;
  } finally {
    writer.close();
  }
}

function accept(reader: StreamReader, writer: StreamWriter): void {
  const task = createTask(serve(reader, writer));
  underWay.add(task);
  task.addDoneCallback(() => ended(task));
}

function ended(task: Task<void>): void {
  underWay.delete(task);
  const error = task.cancelled() ? undefined : task.exception();
  if (error instanceof Error) {
    console.warn("a request has failed:", error);
  }
}

function* waitForRequests(limit: number): Coroutine<void> {
  if (underWay.size > 0) {
    yield* wait(underWay, { timeout: limit });
  }
}

function* shutDown(server: Server, limit: number): Coroutine<void> {
  server.close();
  console.log("closing,", underWay.size, "under way");
  yield* sleep(0.1); // for those who were let in just before
  yield* waitForRequests(limit);
  console.log("too slow:", underWay.size);
  for (const task of underWay) {
    task.cancel();
  }
  yield* waitForRequests(limit);
}

function* ask(port: number, thing: string): Coroutine<void> {
  try {
    const [reader, writer] = yield* openConnection("127.0.0.1", port);
    writer.write(bytes(`${thing}\n`));
    console.log(thing, "->", text(yield* reader.read()));
    writer.close();
  } catch (error) {
    if (!(error instanceof ConnectionRefusedError)) throw error;
    console.log(thing, "-> refused");
  }
}

function* main(): Coroutine<void> {
  const server = yield* startServer(accept, "127.0.0.1", 0);
  const [, port] = server.sockets[0].getsockname();
  const clients = gather(ask(port, "cake"), ask(port, "tea"));
  yield* sleep(0.2);

  const closing = createTask(shutDown(server, 0.6));
  yield* sleep(0.2);
  yield* ask(port, "coffee");
  yield* closing;
  yield* clients;
  console.log("closed");
}

await run(main());
