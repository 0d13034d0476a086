import { type Coroutine, createTask, run, sleep, wait } from "asyncio-ts";

function* fetchPage(name: string, delay: number, broken = false): Coroutine<string> {
  yield* sleep(delay);
  if (broken) {
    throw new Error(`${name} is down`);
  }
  return name;
}

function* main(): Coroutine<void> {
  const tasks = [
    createTask(fetchPage("first", 0.1)),
    createTask(fetchPage("second", 0.2, true)),
    createTask(fetchPage("third", 0.3)),
  ];
  const [done, pending] = yield* wait(tasks);
  console.log(done.size, "done,", pending.size, "pending");
  for (const task of tasks) {
    const error = task.exception();
    if (error instanceof Error) {
      console.log(`failed: ${error.message}`);
    } else {
      console.log(`arrived: ${task.result()}`);
    }
  }
}

await run(main());
