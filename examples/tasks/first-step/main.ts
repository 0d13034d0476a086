import { type Coroutine, createTask, currentTask, run, sleep } from "asyncio-ts";

function* cook(dish: string): Coroutine<void> {
  const name = currentTask()?.getName();
  console.log(`${name}: begins with ${dish}`);
  yield* sleep(0.05);
  console.log(`${name}: ${dish} is ready`);
}

function* main(): Coroutine<void> {
  const soup = createTask(cook("soup"), { name: "left ring" });
  const cake = createTask(cook("cake"), { name: "oven" });
  console.log("main: both are scheduled");
  yield* sleep(0);
  console.log("main: has given way once");
  yield* soup;
  yield* cake;
  console.log("main: both are done");
}

await run(main());
