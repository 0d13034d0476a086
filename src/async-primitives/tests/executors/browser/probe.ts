import {
  BrokenExecutor,
  type Coroutine,
  openConnection,
  Pool,
  run,
  startServer,
  ThreadPoolExecutor,
  toThread,
  transfer,
} from "../../../index.ts";

declare const name: string;

/** Uses what touches the world in whatever place it runs in, and tells what came of it. */
function* main(): Coroutine<Record<string, unknown>> {
  const outside = Math.random();
  const caught = (error: unknown) => `${(error as Error).name}: ${(error as Error).message}`;
  const initializer = (start: number) => Object.assign(globalThis, { base: start });
  const executor = new ThreadPoolExecutor({ maxWorkers: 2, initializer, initargs: [100] });
  const pool = new Pool(2);
  const bytes = new Uint8Array(1000).fill(1);

  const answers: Record<string, unknown> = {
    toThread: yield* toThread((n: number) => n * n, 7),
    initialized: yield* executor.submit(() => (globalThis as unknown as { base: number }).base),
    mapped: yield* pool.map((n: number) => n * n, [1, 2, 3]),
    transferred: yield* executor.submit((data: Uint8Array) => data.length, transfer(bytes)),
    left: bytes.length,
  };
  try {
    yield* toThread(() => outside);
  } catch (error) {
    answers.closure = caught(error);
  }
  try {
    yield* executor.submit(() => () => 1);
  } catch (error) {
    answers.uncloneable = caught(error);
  }
  try {
    answers.named = yield* toThread(() => name);
  } catch (error) {
    answers.named = caught(error);
  }
  const dying = [
    pool.apply(() => new Promise(() => globalThis.close()), []),
    pool.apply(() => {
      setTimeout(() => {
        throw new Error("from a timer");
      });
      return new Promise(() => {});
    }, []),
  ];
  for (const job of dying) {
    try {
      yield* job;
    } catch (error) {
      if (error instanceof BrokenExecutor) {
        answers.died = ((answers.died as number) ?? 0) + 1;
      }
    }
  }
  answers.replaced = yield* pool.apply((n: number) => n + 1, [1]);
  const forever = pool.apply(() => {
    for (;;) {}
  }, []);
  pool.terminate();
  try {
    yield* forever;
  } catch (error) {
    answers.terminated = error instanceof BrokenExecutor;
  }
  yield* executor.shutdown();
  answers.streamed = yield* greet();
  return answers;
}

function* greet(): Coroutine<string> {
  const server = yield* startServer(
    (_, writer) => {
      writer.write(new TextEncoder().encode("hello"));
      writer.close();
    },
    "localhost",
    8080,
  );
  const [reader, writer] = yield* openConnection("localhost", 8080);
  const greeting = new TextDecoder().decode(yield* reader.read());
  writer.close();
  server.close();
  return greeting;
}

const report =
  (globalThis as { report?: (answer: unknown) => void }).report ?? ((answer) => postMessage(answer));
run(main()).then(report, (error) => report(String(error?.stack ?? error)));
