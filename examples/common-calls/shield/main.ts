import { type Coroutine, createTask, run, shield, sleep, TimeoutError, waitFor } from "asyncio-ts";

function* save(name: string, broken = false): Coroutine<string> {
  yield* sleep(0.3);
  if (broken) {
    throw new Error(`no room for ${name}`);
  }
  console.log(name, "is on disk");
  return name;
}

function* main(): Coroutine<void> {
  const saving = createTask(save("report"));
  try {
    yield* waitFor(shield(saving), 0.1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) {
      throw error;
    }
    console.log("not waiting any longer");
  }
  console.log("saved", yield* saving);

  try {
    yield* shield(save("film", true));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log(`failed: ${error.message}`);
  }
}

await run(main());
