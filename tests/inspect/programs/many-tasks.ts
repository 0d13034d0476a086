/** Ten thousand tasks, each of which goes to sleep as often as the word says. */
import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

const times = Number(process.argv[2]);

function* sleeper(): Coroutine<void> {
  for (let time = 0; time < times; time++) {
    yield* sleep(0.001);
  }
}

function* main(): Coroutine<void> {
  const tasks = Array.from({ length: 10_000 }, () => createTask(sleeper()));
  for (const task of tasks) {
    yield* task;
  }
  console.log("all done");
}

await run(main());
