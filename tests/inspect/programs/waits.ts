/** Two tasks, one of which waits for the other; prints its words. */
import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* brew(drink: string): Coroutine<string> {
  yield* sleep(0.01);
  return `${drink} is ready`;
}

function* main(): Coroutine<void> {
  const tea = createTask(brew("tea"), { name: "tea" });
  console.log(yield* tea, process.argv.slice(2).join(" "));
}

await run(main());
