import { type Coroutine, createTask, getRunningLoop, run, sleep } from "asyncio-ts";

function* save(file: string): Coroutine<void> {
  yield* sleep(0.05);
  throw new Error(`no room for ${file}`);
}

function* main(): Coroutine<void> {
  getRunningLoop().setExceptionHandler((_loop, context) => {
    console.log("reported:", context.message);
    console.log("         ", (context.exception as Error).message);
  });
  const forgotten = createTask(save("notes.txt"));
  const lookedAt = createTask(save("todo.txt"));
  yield* sleep(0.3);
  const { message } = lookedAt.exception() as Error;
  console.log("one exception was looked at:", message);
  console.log("main ends with the other one", forgotten.done() ? "failed" : "");
}

await run(main());
