import { type Coroutine, gather, run, sleep } from "asyncio-ts";

function* fetchPage(name: string, delay: number): Coroutine<string> {
  yield* sleep(delay);
  console.log(name, "arrived");
  return name.toUpperCase();
}

function* main(): Coroutine<void> {
  const pages = yield* gather(fetchPage("slow", 0.4), fetchPage("fast", 0.1), fetchPage("middling", 0.25));
  console.log("results:", ...pages);
}

await run(main());
