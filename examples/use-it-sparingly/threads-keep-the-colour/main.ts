import { type Coroutine, run, ThreadPoolExecutor } from "asyncio-ts";

/** From a library that blocks, and that nobody is going to rewrite. */
function readSensor(room: string): number {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  Atomics.wait(new Int32Array(memory.buffer), 0, 0, 300); // blocks the thread for 0.3 s
  return room.length + 14;
}

/** Bars for seconds, on the error output: they are never the same twice. */
function chart(times: Record<string, number>): void {
  const longest = Math.max(...Object.values(times));
  for (const [name, seconds] of Object.entries(times)) {
    const eighths = Math.round((128 * seconds) / longest);
    const bar = "█".repeat(eighths / 8) + " ▏▎▍▌▋▊▉".charAt(eighths % 8);
    console.warn(`${name.padEnd(10)} ${seconds.toFixed(2)} s ${bar}`);
  }
}

const rooms = ["kitchen", "hall", "cellar", "attic", "stairs"];

// The colour comes back: the answer of a thread has to be awaited.
function* main(): Coroutine<void> {
  let start = performance.now();
  const oneByOne = rooms.map(readSensor);
  const sequential = (performance.now() - start) / 1000;

  start = performance.now();
  const together = yield* new ThreadPoolExecutor({ maxWorkers: 5 }).with(function* (pool) {
    return yield* pool.map(readSensor, rooms);
  });
  const threaded = (performance.now() - start) / 1000;

  console.log("degrees:", ...together);
  console.log("the same:", `${together}` === `${oneByOne}`);
  chart({ "one by one": sequential, "5 threads": threaded });
}

await run(main());
