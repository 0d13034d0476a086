/** Does nothing but switch tasks: a million times between two. */
import { type Coroutine, createTask, run } from "asyncio-ts";

function* spin(): Coroutine<void> {
  for (let turn = 0; turn < 500_000; turn++) {
    yield;
  }
}

function* main(): Coroutine<void> {
  const tasks = [createTask(spin()), createTask(spin())];
  for (const task of tasks) {
    yield* task;
  }
}

await run(main());
