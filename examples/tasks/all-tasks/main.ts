import { allTasks, type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* brew(seconds: number): Coroutine<void> {
  yield* sleep(seconds);
}

function names(): string {
  const found = [...allTasks()].map((task) => task.getName());
  return found.sort().join(", ");
}

function* main(): Coroutine<void> {
  createTask(brew(0.2), { name: "tea" });
  createTask(brew(0.6), { name: "coffee" });
  console.log("at the start:", names());
  yield* sleep(0.4);
  console.log("then:", names());
  yield* sleep(0.4);
  console.log("at the end:", names());
}

await run(main());
