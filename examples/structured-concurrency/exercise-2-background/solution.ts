import { type Coroutine, run, sleep, taskGroup } from "asyncio-ts";

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
  const result = yield* taskGroup(function* (group) {
    const progress = group.createTask(showProgress());
    const answer = yield* sleep(0.8, "forty-two");
    progress.cancel();
    return answer;
  });
  console.log("result:", result);
}

await run(main());
