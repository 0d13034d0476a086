import { type Coroutine, createTask, getRunningLoop, run, sleep } from "asyncio-ts";

function* save(file: string): Coroutine<void> {
  yield* sleep(0.05);
  throw new Error(`no room for ${file}`);
}

function* main(): Coroutine<void> {
  getRunningLoop().setExceptionHandler((_loop, { message, exception }) => {
    console.log("reported:", message);
    if (exception instanceof Error) console.log("         ", exception.message);
  });
  const forgotten = createTask(save("notes.txt"));
  const lookedAt = createTask(save("todo.txt"));
  yield* sleep(0.3);
  const exception = lookedAt.exception();
  if (exception instanceof Error) console.log("one exception was looked at:", exception.message);
  console.log("main ends with the other one", forgotten.done() ? "failed" : "");
}

await run(main());
