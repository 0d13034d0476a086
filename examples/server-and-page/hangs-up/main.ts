import {
  CancelledError,
  type Coroutine,
  createTask,
  FIRST_COMPLETED,
  gather,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  shield,
  sleep,
  startServer,
  type Task,
  TimeoutError,
  timeout,
  wait,
} from "asyncio-ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

const payments = new Set<Task<void>>();

function* pay(name: string): Coroutine<void> {
  console.log(`${name} pays`);
  yield* sleep(0.4);
  console.log(`${name} has paid`);
}

function ended(payment: Task<void>): void {
  payments.delete(payment);
  const error = payment.cancelled() ? undefined : payment.exception();
  if (error instanceof Error) {
    console.warn("a payment has failed:", error);
  }
}

function* order(name: string): Coroutine<string> {
  try {
    yield* sleep(0.4); // is there a cake left?
    const payment = createTask(pay(name));
    payments.add(payment);
    payment.addDoneCallback(() => ended(payment));
    yield* shield(payment);
    return `a cake for ${name}`;
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log(`no cake is wrapped for ${name}`);
    }
    throw error;
  }
}

function* serve(reader: StreamReader, writer: StreamWriter): Coroutine<void> {
  const name = text(yield* reader.readline()).trim();
  const ordering = createTask(order(name));
  const leaving = createTask(reader.read(1)); // ends when the client goes
  try {
    yield* wait([ordering, leaving], { returnWhen: FIRST_COMPLETED });
    if (ordering.done()) {
      writer.write(bytes(ordering.result()));
    }
  } finally {
    ordering.cancel();
    leaving.cancel();
    writer.close();
  }
}

function* ask(port: number, name: string, patience: number): Coroutine<void> {
  const [reader, writer] = yield* openConnection("127.0.0.1", port);
  writer.write(bytes(`${name}\n`));
  try {
    console.log("answer:", text(yield* timeout(patience, () => reader.read())));
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log(`${name} hangs up`);
  }
  writer.close();
}

function* main(): Coroutine<void> {
  const server = yield* startServer(serve, "127.0.0.1", 0);
  yield* server.with(function* () {
    const [, port] = server.sockets[0].getsockname();
    yield* ask(port, "Ann", 5);
    yield* ask(port, "Bob", 0.2);
    yield* sleep(0.2);
    yield* ask(port, "Dan", 0.6);
  });
  yield* gather(payments, { returnExceptions: true });
}

await run(main());
