import { type Coroutine, gather, run, toThread } from "asyncio-ts";

function add(counter: Int32Array, times: number): void {
  for (let time = 0; time < times; time++) {
    Atomics.add(counter, 0, 1);
  }
}

function* main(): Coroutine<void> {
  // Four bytes that are not copied: all threads see the same ones.
  const counter = new Int32Array(new SharedArrayBuffer(4));
  yield* gather(Array.from({ length: 4 }, () => toThread(add, counter, 1000)));
  console.log(Atomics.load(counter, 0));
}

await run(main());
