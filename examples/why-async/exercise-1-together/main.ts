import { type Coroutine, getRunningLoop, run, sleep } from "asyncio-ts";

function* ask(name: string, seconds: number): Coroutine<string> {
  yield* sleep(seconds);
  return `${name} answers`;
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  const start = loop.time();
  // Wait for all three at the same time.
  const ann = yield* ask("Ann", 0.5);
  const bob = yield* ask("Bob", 0.5);
  const cid = yield* ask("Cid", 0.5);
  for (const answer of [ann, bob, cid]) console.log(answer);
  const slow = loop.time() - start > 1.2;
  console.log(slow ? "more than two waits long" : "about one wait long");
}

await run(main());
