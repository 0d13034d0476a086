import {
  type Coroutine,
  createTask,
  type Future,
  InvalidStateError,
  run,
  sleep,
  Task,
  wait,
} from "asyncio-ts";

function* divide(a: number, b: number): Coroutine<number> {
  yield* sleep(0.05);
  if (b === 0) {
    throw new RangeError("cannot divide by zero");
  }
  return a / b;
}

function report(task: Future<number>): void {
  const name = task instanceof Task ? task.getName() : "a future";
  const exception = task.exception();
  if (exception instanceof Error) {
    console.log(`${name}: exception, ${exception.message}`);
  } else {
    console.log(`${name}: result ${task.result()}`);
  }
}

function* main(): Coroutine<void> {
  const good = createTask(divide(7, 2), { name: "good" });
  const bad = createTask(divide(7, 0), { name: "bad" });
  good.addDoneCallback(report);
  bad.addDoneCallback(report);

  console.log("good is done:", good.done());
  try {
    good.result();
  } catch (error) {
    if (!(error instanceof InvalidStateError)) {
      throw error;
    }
    console.log("good has no result yet");
  }

  yield* wait([good, bad]);
  console.log("good is done:", good.done());
}

await run(main());
