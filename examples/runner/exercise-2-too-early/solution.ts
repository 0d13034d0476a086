import { CancelledError, type Coroutine, run, sleep, taskGroup } from "asyncio-ts";

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
  yield* taskGroup(function* (group) {
    for (const [index, name] of ["letter", "photo", "film"].entries()) {
      group.createTask(save(name, 0.1 * (index + 1)));
    }
  });
  console.log("main returns");
}

await run(main());
