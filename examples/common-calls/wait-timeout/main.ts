import { type Coroutine, createTask, run, sleep, wait } from "asyncio-ts";

function* main(): Coroutine<void> {
  const tasks = [createTask(sleep(0.1, "quick")), createTask(sleep(0.6, "slow"))];
  const [done, pending] = yield* wait(tasks, { timeout: 0.3 });
  console.log(done.size, "done,", pending.size, "pending, nothing raised");

  for (const task of pending) {
    console.log("it goes on, and gives:", yield* task);
  }
}

await run(main());
