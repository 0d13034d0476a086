import { type Coroutine, gather, run, sleep } from "asyncio-ts";

class ConnectionError extends Error {}

function* fetchPage(name: string, delay: number, broken = false): Coroutine<string> {
  yield* sleep(delay);
  if (broken) {
    throw new ConnectionError(`${name} is down`);
  }
  console.log(name, "arrived");
  return name;
}

function* main(): Coroutine<void> {
  try {
    yield* gather(fetchPage("first", 0.1), fetchPage("second", 0.3, true), fetchPage("third", 0.5));
  } catch (error) {
    if (!(error instanceof ConnectionError)) {
      throw error;
    }
    console.log(`gather failed: ${error.message}`);
  }
  yield* sleep(0.4);
  console.log("main ends");
}

await run(main());
