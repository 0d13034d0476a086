import { type Coroutine, gather, run, sleep } from "asyncio-ts";

function* ask(server: string, delay: number): Coroutine<string> {
  yield* sleep(delay);
  return `${server} has answered`;
}

function* main(): Coroutine<void> {
  const questions = [ask("overseas", 0.5), ask("next door", 0.1), ask("abroad", 0.3)];
  // The one who waits for all shows the first answer when the last has come.
  for (const answer of yield* gather(questions)) {
    console.log(answer);
  }
}

await run(main());
