import { type Coroutine, run, sleep } from "asyncio-ts";

function* fetchPage(page: string): Coroutine<void> {
  console.log("asks for", page);
  yield* sleep(0.1);
  console.log("has", page);
}

function* main(): Coroutine<void> {
  // Ask for all three pages before the first one has come.
  for (const page of ["news", "mail", "maps"]) {
    yield* fetchPage(page);
  }
}

await run(main());
