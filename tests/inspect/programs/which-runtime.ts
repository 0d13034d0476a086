/** Says by what it runs, from inside a task. */
import { type Coroutine, run, sleep } from "asyncio-ts";

function* main(): Coroutine<void> {
  yield* sleep(0.01);
  console.log("Deno" in globalThis ? "deno" : "bun" in process.versions ? "bun" : "node");
}

await run(main());
