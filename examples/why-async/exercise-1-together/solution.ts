import { type Coroutine, gather, getRunningLoop, run, sleep } from "asyncio-ts";

function* ask(name: string, seconds: number): Coroutine<string> {
  yield* sleep(seconds);
  return `${name} answers`;
}

function* main(): Coroutine<void> {
  const loop = getRunningLoop();
  const start = loop.time();
  const answers = yield* gather(ask("Ann", 0.5), ask("Bob", 0.5), ask("Cid", 0.5));
  for (const answer of answers) console.log(answer);
  const slow = loop.time() - start > 1.2;
  console.log(slow ? "more than two waits long" : "about one wait long");
}

await run(main());
