import { type Coroutine, gather, run, sleep } from "asyncio-ts";

function* save(file: string, seconds: number): Coroutine<void> {
  yield* sleep(seconds);
  throw new Error(`no room for ${file}`);
}

function* main(): Coroutine<void> {
  try {
    yield* gather(save("notes", 0.2), save("todo", 0.4));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log("the first one:", error.message);
  }
  yield* sleep(0.4);

  console.log("all of them:");
  const outcomes = yield* gather([save("notes", 0.2), save("todo", 0.4)], { returnExceptions: true });
  for (const outcome of outcomes) {
    if (outcome instanceof Error) console.log("-", outcome.message);
  }
}

await run(main());
