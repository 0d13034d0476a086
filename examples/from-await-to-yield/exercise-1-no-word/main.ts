import { type Coroutine, run, sleep } from "asyncio-ts";

function* save(text: string): Coroutine<void> {
  yield* sleep(0.2);
  console.log("saved:", text);
}

function* main(): Coroutine<void> {
  // One word is missing. The compiler has no objection, and nothing warns you.
  save("the letter");
  console.log("good night");
}

await run(main());
