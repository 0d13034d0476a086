import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* ask(question: string, seconds: number): Coroutine<string> {
  yield* sleep(seconds);
  return `answers ${question}`;
}

function* interview(who: string, seconds: number): Coroutine<void> {
  for (const question of ["name?", "city?"]) {
    console.log(who, yield* ask(question, seconds));
  }
}

function* main(): Coroutine<void> {
  const ada = createTask(interview("Ada", 0.2), { name: "Ada" });
  const bob = createTask(interview("Bob", 0.3), { name: "Bob" });
  yield* ada;
  yield* bob;
}

await run(main());
