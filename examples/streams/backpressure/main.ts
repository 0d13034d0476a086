import {
  type Coroutine,
  createTask,
  openConnection,
  Queue,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
} from "asyncio-ts";

const PIECE = new Uint8Array(256 * 1024);
const PIECES = 128; // together 32 MiB, more than any system keeps for us

let most = 0;

function* send(writer: StreamWriter, patient: boolean): Coroutine<void> {
  for (let count = 0; count < PIECES; count++) {
    writer.write(PIECE);
    most = Math.max(most, writer.transport.getWriteBufferSize());
    if (patient) {
      yield* writer.drain();
    }
  }
  writer.writeEof();
}

function* tryIt(patient: boolean): Coroutine<void> {
  const accepted = new Queue<[StreamReader, StreamWriter]>();
  const server = yield* startServer(
    function* (reader, writer): Coroutine<void> {
      yield* accepted.put([reader, writer]);
    },
    "127.0.0.1",
    0,
  );
  yield* server.with(function* () {
    const [, port] = server.sockets[0].getsockname();
    const [, out] = yield* openConnection("127.0.0.1", port);
    const [reader, back] = yield* accepted.get();

    most = 0;
    const sending = createTask(send(out, patient));
    yield* sleep(0.3); // all this time nobody reads
    console.log("through with sending:", sending.done());
    console.log("kept in memory:", most < 2 ** 20 ? "a little" : "a lot");

    let received = 0;
    while (true) {
      const data = yield* reader.read(2 ** 16);
      if (data.length === 0) {
        break;
      }
      received += data.length;
    }
    yield* sending;
    console.log("received:", received / 2 ** 20, "MiB");
    out.close();
    back.close();
  });
}

function* main(): Coroutine<void> {
  console.log("with drain");
  yield* tryIt(true);
  console.log("without");
  yield* tryIt(false);
}

await run(main());
