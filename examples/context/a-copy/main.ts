import { ContextVar, type Coroutine, createTask, run } from "asyncio-ts";

const language = new ContextVar("language", { default: "English" });

function* greet(name: string): Coroutine<void> {
  console.log(`${name} starts with ${language.get()}`);
  language.set("French");
}

function* main(): Coroutine<void> {
  language.set("Chinese");
  yield* createTask(greet("a task"));
  console.log("after the task:", language.get());

  yield* greet("a coroutine");
  console.log("after the coroutine:", language.get());

  const later = createTask(greet("a later task"));
  language.set("Latin");
  yield* later;
}

await run(main());
console.log("outside:", language.get());
