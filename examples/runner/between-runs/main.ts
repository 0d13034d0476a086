import { type Coroutine, createTask, Runner, sleep } from "asyncio-ts";

function* boil(): Coroutine<void> {
  yield* sleep(0.3);
  console.log("the egg is done");
}

function* begin(): Coroutine<void> {
  createTask(boil());
  console.log("the egg is in the water");
  yield* sleep(0.1);
}

function* goOn(): Coroutine<void> {
  console.log("the second run begins");
  yield* sleep(0.1);
}

const runner = new Runner();
await runner.run(begin());
await new Promise((resolve) => setTimeout(resolve, 600));
console.log("0.6 seconds have gone by");
await runner.run(goOn());
await runner.close();
console.log("the runner is closed");
