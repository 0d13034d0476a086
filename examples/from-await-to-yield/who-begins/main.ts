import { type Coroutine, createTask, currentTask, run } from "asyncio-ts";

function* greet(name: string): Coroutine<void> {
  console.log(`hello ${name}, from the task`, currentTask()?.getName());
}

function* main(): Coroutine<void> {
  const greeting = greet("Ada");
  console.log("called");
  yield* greeting;
  const task = createTask(greet("Bob"), { name: "doorman" });
  console.log("handed over");
  yield* task;
}

await run(main());
