import { CancelledError, type Coroutine, gather, run, sleep, taskGroup } from "asyncio-ts";

function* upload(name: string, delay: number, broken = false): Coroutine<void> {
  try {
    yield* sleep(delay);
    if (broken) {
      throw new Error(`${name} failed`);
    }
    console.log("  uploaded", name);
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log("  cancelled", name);
    }
    throw error;
  }
}

function* withGather(): Coroutine<void> {
  yield* gather(upload("a", 0.1, true), upload("b", 0.5));
}

function* withGroup(): Coroutine<void> {
  yield* taskGroup(function* (group) {
    group.createTask(upload("a", 0.1, true));
    group.createTask(upload("b", 0.5));
  });
}

function* main(): Coroutine<void> {
  for (const attempt of [withGather, withGroup]) {
    console.log(attempt === withGather ? "gather:" : "group:");
    try {
      yield* attempt();
    } catch {
      console.log("  told the user: nothing was uploaded");
    }
    yield* sleep(0.6);
  }
}

await run(main());
