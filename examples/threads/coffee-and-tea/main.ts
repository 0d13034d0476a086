import { type Coroutine, gather, run, toThread } from "asyncio-ts";

function brew(seconds: number): void {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {}
}

function* serve(drink: string, seconds: number): Coroutine<void> {
  console.log(drink, "is ordered");
  yield* toThread(brew, seconds);
  console.log(drink, "is served");
}

function* main(): Coroutine<void> {
  yield* gather(serve("coffee", 1), serve("tea", 0.2));
}

await run(main());
