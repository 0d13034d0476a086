import { type Coroutine, createTask, run, sleep, toThread } from "asyncio-ts";

function grind(): string {
  for (const end = performance.now() + 200; performance.now() < end; ) {}
  return "the coffee is ground";
}

function* serve(): Coroutine<void> {
  console.log("the mill is switched on");
  console.log(yield* toThread(grind));
}

function* main(): Coroutine<void> {
  const serving = createTask(serve());
  yield* sleep(0);
  console.log("the cook begins a sum");

  const end = performance.now() + 600;
  while (performance.now() < end) {}
  console.log("the sum is done");

  yield* serving;
  console.log("the coffee is served");
}

await run(main());
