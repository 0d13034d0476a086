import { asCompleted, type Coroutine, run, sleep } from "asyncio-ts";

function* ask(server: string, delay: number): Coroutine<string> {
  yield* sleep(delay);
  return `${server} has answered`;
}

function* main(): Coroutine<void> {
  const questions = [ask("overseas", 0.5), ask("next door", 0.1), ask("abroad", 0.3)];
  for (const answer of asCompleted(questions)) {
    console.log(yield* answer);
  }
}

await run(main());
