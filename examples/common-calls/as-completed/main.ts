import { asCompleted, type Coroutine, run, sleep } from "asyncio-ts";

function* fetchPage(name: string, delay: number, broken = false): Coroutine<string> {
  yield* sleep(delay);
  if (broken) {
    throw new Error(`${name} is down`);
  }
  return name;
}

function* main(): Coroutine<void> {
  const pages = [fetchPage("slow", 0.45), fetchPage("fast", 0.1), fetchPage("broken", 0.25, true)];
  for (const nextPage of asCompleted(pages)) {
    try {
      console.log("arrived:", yield* nextPage);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      console.log(`failed: ${error.message}`);
    }
  }
}

await run(main());
