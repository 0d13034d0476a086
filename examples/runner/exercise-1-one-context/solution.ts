import { ContextVar, type Coroutine, Runner, sleep } from "asyncio-ts";

const user = new ContextVar("user", { default: "nobody" });

function* logIn(name: string): Coroutine<void> {
  user.set(name);
  yield* sleep(0.1);
}

function* greet(): Coroutine<string> {
  yield* sleep(0.1);
  return `hello, ${user.get()}`;
}

const runner = new Runner();
try {
  await runner.run(logIn("Ada"));
  console.log(await runner.run(greet()));
} finally {
  await runner.close();
}
console.log(user.get(), "outside");
