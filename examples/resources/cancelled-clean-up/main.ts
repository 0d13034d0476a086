import { type Coroutine, createTask, run, shield, sleep, wait } from "asyncio-ts";

function* logOff(): Coroutine<void> {
  yield* sleep(0.4);
  console.log("logged off");
}

function* careless(): Coroutine<void> {
  try {
    yield* sleep(60);
  } finally {
    yield* logOff();
  }
}

function* careful(): Coroutine<void> {
  try {
    yield* sleep(60);
  } finally {
    yield* shield(logOff());
  }
}

function* askTwice(work: () => Coroutine<void>): Coroutine<void> {
  const task = createTask(work());
  yield* sleep(0.2);
  task.cancel();
  yield* sleep(0.2);
  task.cancel();
  yield* wait([task]);
  yield* sleep(0.4);
}

function* main(): Coroutine<void> {
  console.log("carelessly:");
  yield* askTwice(careless);
  console.log("carefully:");
  yield* askTwice(careful);
}

await run(main());
