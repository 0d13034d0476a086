import { type Coroutine, gather, run, sleep } from "asyncio-ts";

function* fetchAnswer(): Coroutine<void> {
  console.log("fetch: asks");
  yield* sleep(0.1);
  console.log("fetch: has the answer");
}

function* calculate(): Coroutine<void> {
  console.log("calculate: begins");
  const end = performance.now() + 300;
  while (performance.now() < end) {}
  console.log("calculate: ends");
}

function* main(): Coroutine<void> {
  yield* gather(fetchAnswer(), calculate());
}

await run(main());
