import { type Coroutine, gather, run, sleep } from "asyncio-ts";

function* prepare(what: string, seconds: number): Coroutine<string> {
  console.log(what, "is begun");
  yield* sleep(seconds);
  console.log(what, "is ready");
  return what;
}

function* main(): Coroutine<void> {
  for (const what of yield* gather(prepare("tea", 0.4), prepare("milk", 0.2))) {
    console.log(what, "is poured");
  }
}

await run(main());
