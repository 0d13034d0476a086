import { type Coroutine, gather, run, sleep } from "asyncio-ts";

function* brew(drink: string): Coroutine<void> {
  console.log(`${drink}: water on`);
  yield* sleep(0.1);
  console.log(`${drink}: ready`);
}

function* main(): Coroutine<void> {
  yield* gather(brew("tea"), brew("coffee"));
}

await run(main());
