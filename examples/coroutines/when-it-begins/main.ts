import { type Coroutine, createTask, run } from "asyncio-ts";

function* greet(name: string): Coroutine<void> {
  console.log("hello", name);
}

function* main(): Coroutine<void> {
  const ada = greet("Ada");
  console.log("Ada is a coroutine");
  const eve = createTask(greet("Eve"));
  console.log("Eve is a task");
  yield* ada;
  console.log("Ada was awaited");
  yield* eve;
  console.log("Eve was awaited");
}

await run(main());
