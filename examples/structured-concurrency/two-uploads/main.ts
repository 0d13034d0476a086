import { type Coroutine, ExceptionGroup, run, sleep, taskGroup } from "asyncio-ts";

function* upload(file: string, seconds: number): Coroutine<void> {
  try {
    yield* sleep(seconds);
    throw new Error(`no room for ${file}`);
  } finally {
    yield* sleep(0.2);
    console.log(file, "is closed");
  }
}

function* main(): Coroutine<void> {
  try {
    yield* taskGroup(function* (group) {
      group.createTask(upload("a", 0.2));
      group.createTask(upload("b", 60));
      try {
        console.log("both are under way");
        yield* sleep(60);
      } finally {
        console.log("the block is left");
      }
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    console.log("told the user:", error.errors[0].message);
  }
}

await run(main());
