import { type Coroutine, gather, run, Semaphore, sleep } from "asyncio-ts";

let inside = 0;
let most = 0;

function* shop(name: string, doorway: Semaphore): Coroutine<void> {
  yield* doorway.with(function* () {
    console.log(name, "enters");
    inside++;
    most = Math.max(most, inside);
    yield* sleep(0.2);
    inside--;
  });
}

function* main(): Coroutine<void> {
  const doorway = new Semaphore(2);
  const names = ["Ada", "Bob", "Cleo", "Dan"];
  yield* gather(names.map((name) => shop(name, doorway)));
  console.log("at most inside:", most);
}

await run(main());
