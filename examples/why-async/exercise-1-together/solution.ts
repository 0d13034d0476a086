import { type Coroutine, gather, run, sleep } from "asyncio-ts";

function* ask(name: string, seconds: number): Coroutine<void> {
  console.log(name, "is asked");
  yield* sleep(seconds);
  console.log(name, "has answered");
}

function* main(): Coroutine<void> {
  yield* gather(ask("Ann", 0.5), ask("Bob", 0.5), ask("Cid", 0.5));
}

await run(main());
