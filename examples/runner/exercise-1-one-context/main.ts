import { ContextVar, type Coroutine, run, sleep } from "asyncio-ts";

const user = new ContextVar("user", { default: "nobody" });

function* logIn(name: string): Coroutine<void> {
  user.set(name);
  yield* sleep(0.1);
}

function* greet(): Coroutine<string> {
  yield* sleep(0.1);
  return `hello, ${user.get()}`;
}

// Change this: the second run is to know who has logged in.
await run(logIn("Ada"));
console.log(await run(greet()));
console.log(user.get(), "outside");
