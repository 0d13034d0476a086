import { CancelledError, type Coroutine, gather, run, sleep } from "asyncio-ts";

function* reserve(what: string, delay: number): Coroutine<void> {
  try {
    yield* sleep(delay);
    if (what === "hotel") {
      throw new Error("no rooms");
    }
    console.log(what, "reserved");
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log(what, "not reserved");
    }
    throw error;
  }
}

function* main(): Coroutine<void> {
  try {
    // Change this: without a hotel there must be no flight.
    yield* gather(reserve("flight", 0.4), reserve("hotel", 0.15));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log(`no journey: ${error.message}`);
  }
  yield* sleep(0.4);
}

await run(main());
