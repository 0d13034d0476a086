import { type Coroutine, createTask, FIRST_EXCEPTION, run, sleep, wait } from "asyncio-ts";

function* step(name: string, delay: number, broken = false): Coroutine<string> {
  yield* sleep(delay);
  if (broken) {
    throw new Error(`${name} went wrong`);
  }
  return name;
}

function* main(): Coroutine<void> {
  for (const broken of [false, true]) {
    const tasks = [
      createTask(step("wash", 0.1)),
      createTask(step("cut", 0.3, broken)),
      createTask(step("cook", 0.6)),
    ];
    const [done, pending] = yield* wait(tasks, { returnWhen: FIRST_EXCEPTION });
    console.log(done.size, "done,", pending.size, "pending");
    for (const task of done) {
      const error = task.exception();
      if (error instanceof Error) {
        console.log(`failed: ${error.message}`);
      }
    }
    for (const task of pending) {
      task.cancel();
    }
  }
}

await run(main());
