import { type Coroutine, createTask, Event, run, sleep } from "asyncio-ts";

function* beat(heard: Event): Coroutine<void> {
  for (let number = 1; ; number++) {
    yield* sleep(0.2);
    console.log("still here", number);
    if (number === 3) heard.set();
  }
}

function* withHeartbeat<T>(job: Coroutine<T>, heard: Event): Coroutine<T> {
  const heart = createTask(beat(heard));
  try {
    return yield* job;
  } finally {
    heart.cancel();
  }
}

function* longJob(heard: Event): Coroutine<string> {
  yield* heard.wait();
  return "the long job is done";
}

function* main(): Coroutine<void> {
  const heard = new Event();
  console.log(yield* withHeartbeat(longJob(heard), heard));
  yield* sleep(0.6);
}

await run(main());
