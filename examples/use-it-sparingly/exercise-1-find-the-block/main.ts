import { type Coroutine, gather, run } from "asyncio-ts";

function waitUntilHot(seconds: number): void {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {}
}

// Both are started together, and yet the coffee waits until the tea is ready.
function* brew(drink: string): Coroutine<void> {
  console.log(`${drink}: water on`);
  waitUntilHot(0.1);
  console.log(`${drink}: ready`);
}

function* main(): Coroutine<void> {
  yield* gather(brew("tea"), brew("coffee"));
}

await run(main());
