import { type Coroutine, gather, Lock, run, sleep } from "asyncio-ts";

const cache = new Map<string, string>();
const lock = new Lock();

function* load(name: string): Coroutine<string> {
  console.log("loading", name);
  yield* sleep(0.2);
  return name.toUpperCase();
}

function* get(name: string): Coroutine<string | undefined> {
  yield* lock.with(function* () {
    if (!cache.has(name)) {
      cache.set(name, yield* load(name));
    }
  });
  return cache.get(name);
}

function* main(): Coroutine<void> {
  console.log(...(yield* gather(get("map"), get("map"), get("map"))));
}

await run(main());
