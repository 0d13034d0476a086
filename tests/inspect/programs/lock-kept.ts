/** A task ends and keeps its permit of a semaphore, another one holds the second, and a third waits for ever; ends when it is told to. */
import { type Coroutine, createTask, run, Semaphore, sleep } from "asyncio-ts";

const permits = new Semaphore(2);

function* forgets(): Coroutine<void> {
  yield* permits.acquire();
}

function* keeps(): Coroutine<void> {
  yield* permits.with(() => sleep(1000));
}

function* main(): Coroutine<void> {
  yield* createTask(forgets(), { name: "forgets" });
  createTask(keeps(), { name: "keeps" });
  const waits = createTask(permits.acquire(), { name: "waits" });
  yield* sleep(0.01);
  console.log("all of them wait");
  yield* waits;
}

await run(main());
