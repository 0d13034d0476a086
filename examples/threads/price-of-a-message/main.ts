import { type Coroutine, run, ThreadPoolExecutor, transfer } from "asyncio-ts";

const MESSAGES = 200;
const OBJECTS = 200_000;
const BYTES = 50_000_000;

const nothing = (): void => {};
const first = (list: { id: number }[]) => list[0]?.id;
const size = (bytes: ArrayBuffer): number => bytes.byteLength;

function* main(): Coroutine<void> {
  yield* new ThreadPoolExecutor({ maxWorkers: 1 }).with(function* (pool) {
    const prices: Record<string, number> = {};
    let start = performance.now();
    const stop = (name: string, times = 1) => {
      prices[name] = (performance.now() - start) / times;
      start = performance.now();
    };

    yield* pool.submit(nothing);
    stop("start a thread");
    for (let count = 0; count < MESSAGES; count++) {
      yield* pool.submit(nothing);
    }
    stop("a message there and back", MESSAGES);

    const list = Array.from({ length: OBJECTS }, (_, id) => ({ id }));
    start = performance.now();
    console.log("the first is", yield* pool.submit(first, list));
    stop("copy 200,000 objects");

    const bytes = new ArrayBuffer(BYTES);
    start = performance.now();
    console.log("bytes there:", yield* pool.submit(size, bytes));
    stop("copy 50 MB");
    yield* pool.submit(size, transfer(bytes));
    stop("move 50 MB");

    for (const [name, milliseconds] of Object.entries(prices)) {
      console.warn(`${name.padEnd(24)} ${milliseconds.toFixed(2).padStart(7)} ms`);
    }
  });
}

await run(main());
