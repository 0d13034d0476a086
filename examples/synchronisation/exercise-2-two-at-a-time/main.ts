import { type Coroutine, gather, run, sleep } from "asyncio-ts";

let inside = 0;
let most = 0;

function* shop(name: string): Coroutine<void> {
  // Change this: the shop has room for two.
  console.log(name, "enters");
  inside++;
  most = Math.max(most, inside);
  yield* sleep(0.2);
  inside--;
}

function* main(): Coroutine<void> {
  const names = ["Ada", "Bob", "Cleo", "Dan"];
  yield* gather(names.map((name) => shop(name)));
  console.log("at most inside:", most);
}

await run(main());
