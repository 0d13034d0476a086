import { CancelledError, type Coroutine, ExceptionGroup, run, sleep, taskGroup } from "asyncio-ts";

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
    yield* taskGroup(function* (group) {
      group.createTask(reserve("flight", 0.4));
      group.createTask(reserve("hotel", 0.15));
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) {
      throw error;
    }
    console.log(`no journey: ${error.errors[0].message}`);
  }
  yield* sleep(0.4);
}

await run(main());
