import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* boil(what: string, seconds: number): Coroutine<void> {
  console.log(what, "is on the stove");
  yield* sleep(seconds);
  console.log(what, "is ready");
}

function* main(): Coroutine<void> {
  const egg = createTask(boil("the egg", 0.4));
  yield* boil("the tea", 0.2);
  console.log("the tea is poured");
  yield* egg;
  console.log("breakfast is served");
}

await run(main());
