import { type Coroutine, gather, run, sleep } from "asyncio-ts";

function* calculate(name: string, milliseconds: number): Coroutine<void> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {}
  console.log(name, "is done");
}

function* tick(): Coroutine<void> {
  yield* sleep(0.2);
  console.log("a tick");
}

function* main(): Coroutine<void> {
  yield* gather(tick(), calculate("the long sum", 400), calculate("the short sum", 100));
}

await run(main());
