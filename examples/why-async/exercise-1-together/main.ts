import { type Coroutine, run, sleep } from "asyncio-ts";

function* ask(name: string, seconds: number): Coroutine<void> {
  console.log(name, "is asked");
  yield* sleep(seconds);
  console.log(name, "has answered");
}

function* main(): Coroutine<void> {
  // Wait for all three at the same time.
  yield* ask("Ann", 0.5);
  yield* ask("Bob", 0.5);
  yield* ask("Cid", 0.5);
}

await run(main());
