import { CancelledError, type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* save(name: string, delay: number): Coroutine<void> {
  try {
    yield* sleep(delay);
    console.log(name, "saved");
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log(name, "lost");
    }
    throw error;
  }
}

function* main(): Coroutine<void> {
  // Change this: nothing is to be lost.
  for (const [index, name] of ["letter", "photo", "film"].entries()) {
    createTask(save(name, 0.1 * (index + 1)));
  }
  yield* sleep(0.15);
  console.log("main returns");
}

await run(main());
