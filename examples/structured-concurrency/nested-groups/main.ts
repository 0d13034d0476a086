import { CancelledError, type Coroutine, ExceptionGroup, run, sleep, taskGroup } from "asyncio-ts";

function* part(name: string, delay: number, broken = false): Coroutine<void> {
  try {
    yield* sleep(delay);
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log("stopped", name);
    }
    throw error;
  }
  if (broken) {
    throw new Error(`${name} broke`);
  }
  console.log("finished", name);
}

function* engine(): Coroutine<void> {
  yield* taskGroup(function* (group) {
    group.createTask(part("pistons", 0.1));
    group.createTask(part("valves", 0.3, true));
    group.createTask(part("pump", 60));
  });
}

function* main(): Coroutine<void> {
  try {
    yield* taskGroup(function* (group) {
      group.createTask(engine());
      group.createTask(part("wheels", 60));
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) {
      throw error;
    }
    for (const inner of error.exceptions) {
      console.log("a group within the group:", inner instanceof ExceptionGroup);
      if (inner instanceof ExceptionGroup) console.log("and in it:", inner.errors[0].message);
    }
  }
}

await run(main());
