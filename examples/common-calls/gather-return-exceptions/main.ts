import { type Coroutine, gather, run, sleep } from "asyncio-ts";

function* fetchPage(name: string, delay: number, broken = false): Coroutine<string> {
  yield* sleep(delay);
  if (broken) {
    throw new Error(`${name} is down`);
  }
  return name;
}

function* main(): Coroutine<void> {
  const pages = [fetchPage("first", 0.1), fetchPage("second", 0.2, true), fetchPage("third", 0.3)];
  const outcomes = yield* gather(pages, { returnExceptions: true });
  for (const outcome of outcomes) {
    if (outcome instanceof Error) {
      console.log(`failed: ${outcome.message}`);
    } else {
      console.log(`arrived: ${outcome}`);
    }
  }
}

await run(main());
