import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* fetchPage(page: string): Coroutine<void> {
  console.log("asks for", page);
  yield* sleep(0.1);
  console.log("has", page);
}

function* main(): Coroutine<void> {
  const pages = ["news", "mail", "maps"];
  const tasks = pages.map((page) => createTask(fetchPage(page)));
  for (const task of tasks) {
    yield* task;
  }
}

await run(main());
