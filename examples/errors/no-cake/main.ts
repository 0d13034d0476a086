import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* bake(): Coroutine<void> {
  console.log("the cake is in the oven");
  yield* sleep(0.2);
  console.log("the cake burns");
  throw new Error("no cake");
}

function* main(): Coroutine<void> {
  const baking = createTask(bake());
  yield* sleep(1);
  console.log("the table is laid");
  try {
    yield* baking;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.log("told the guests:", error.message);
  }
  console.log("coffee is served");
}

await run(main());
