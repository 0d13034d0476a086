import { type Coroutine, createTask, run, sleep, wait } from "asyncio-ts";

function* work(name: string): Coroutine<void> {
  console.log(name, "begins");
  try {
    yield* sleep(60);
  } finally {
    console.log(name, "cleans up");
  }
}

function* main(): Coroutine<void> {
  const early = createTask(work("early"));
  early.cancel();

  const late = createTask(work("late"));
  yield* sleep(0);
  late.cancel();

  yield* wait([early, late]);
  console.log("early was cancelled:", early.cancelled());
  console.log("late was cancelled:", late.cancelled());
}

await run(main());
