import { type Coroutine, gather, run, sleep } from "asyncio-ts";

function* fetchPage(page: string, seconds: number): Coroutine<void> {
  console.log("asks for", page);
  yield* sleep(seconds);
  console.log("has", page);
}

function* main(): Coroutine<void> {
  yield* fetchPage("the news", 0.4);
  yield* gather(fetchPage("the weather", 0.6), fetchPage("the sport", 0.2));
  console.log("all is there");
}

await run(main());
