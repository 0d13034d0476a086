import { type Coroutine, createTask, gather, run, Semaphore, sleep, TimeoutError, timeout } from "asyncio-ts";

const connections = new Semaphore(2);

function* upload(file: string, seconds: number): Coroutine<void> {
  yield* connections.with(function* () {
    yield* sleep(seconds); // the network
    if (file.endsWith(".tmp")) {
      console.log("refused", file);
      return;
    }
    console.log("uploaded", file);
  });
}

function* main(): Coroutine<void> {
  const files = Object.entries({ "a.png": 0.2, "b.tmp": 0.4, "c.tmp": 0.4, "d.png": 0.4 });
  try {
    yield* timeout(5, () =>
      gather(files.map(([file, seconds]) => createTask(upload(file, seconds), { name: file }))),
    );
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log("gave up");
  }
}

await run(main());
