import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* keepOn(device: string, cooling: number): Coroutine<void> {
  try {
    yield* sleep(60);
  } finally {
    yield* sleep(cooling);
    console.log(device, "off");
  }
}

function* main(): Coroutine<void> {
  createTask(keepOn("heater", 0.4));
  createTask(keepOn("lights", 0.2));
  yield* sleep(0.1);
  console.log("main has ended");
}

await run(main());
console.log("run has ended");
