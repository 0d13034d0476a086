import { type Coroutine, createTask, run, sleep } from "asyncio-ts";

function* showProgress(): Coroutine<void> {
  try {
    while (true) {
      console.log("still working");
      yield* sleep(0.5);
    }
  } finally {
    console.log("progress closed");
  }
}

function* main(): Coroutine<void> {
  // Change this: the progress must be closed before the result is printed.
  // Use a group.
  createTask(showProgress());
  const result = yield* sleep(0.8, "forty-two");
  console.log("result:", result);
}

await run(main());
